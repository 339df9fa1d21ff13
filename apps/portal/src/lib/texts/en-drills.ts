/** Words of recall drills in English. */
export const enDrills = {
  badge: 'Drill 演练',
  mark: 'DRILL 演练',
  band: 'DRILL 演练: this is an exercise, not a recall in earnest',
  about:
    'Nothing is stopped: goods are used, sold, dispensed and released as ever, and nothing has to be moved or returned. Everything else goes as in earnest.',
  answer:
    'Count what you hold and answer within the time, as in earnest. Nothing has to be moved, segregated or returned, and you may go on selling and dispensing.',
  hint: 'An exercise from the signal to the report, with the same steps, clock and answers. It stops no goods and tells nobody who scans a pack of a recall. It can never become a recall in earnest, nor the other way round.',
  filter: 'Drill or earnest',
  all: 'All',
  only: { true: 'Drills alone', false: 'In earnest alone' },
  times: 'Times from the signal',
  step: 'Step',
  after: 'After',
  steps: {
    signalled: 'Signal',
    started: 'Investigation started',
    sealed: 'Closure sealed',
    opened: 'Recall opened',
    answered: 'Answer of a holder',
    silent: 'No answer yet',
    closed: 'Closed',
  },
  length: '{{hours}} h {{minutes}} min {{seconds}} s',
};
