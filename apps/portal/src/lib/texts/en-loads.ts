/** Words about loads on their way in English. */
export const enLoads = {
  title: 'Cold chain: loads on their way',
  about: 'Alarms first. This page reads itself anew every few seconds.',
  none: 'Nothing of that kind is on its way.',
  all: 'All',
  alarm: 'Alarm',
  at: 'Is with',
  since: 'Since',
  next: 'Next stop',
  last: 'Last reading',
  beyond: 'beyond the limit',
  budget: 'Budget left',
  left: '{{left}} of {{whole}} min',
  waiting: 'Excursions that wait',
};

/** Words for how a load stands, where values have none. */
export const enAlarms = { unread: 'No readings yet' };
