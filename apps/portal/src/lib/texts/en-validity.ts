import type { LICENCE_KINDS } from '@yaosu/chaincode/model/enterprise/states';
import type { Effect, PaperKind } from '@yaosu/chaincode/model/validity/states';

/** Words about what runs out in English. */
export const enValidity = {
  title: 'Validity calendar',
  about:
    'Licences, audits, grants, keys and calibrations of your firm and of those it depends on, the soonest first. What is renewed is not shown.',
  none: 'Nothing runs out in this time.',
  all: 'All',
  horizon: 'Look ahead',
  days: '{{count}} days',
  whose: 'Whose',
  of: { own: 'Our own', partner: 'Of partners' },
  until: 'Last day',
  daysLeft: 'Time left',
  paper: 'What runs out',
  firm: 'Firm',
  blocks: 'What it blocks after that day',
  overdue: 'Overdue',
  thisMonth: 'This month, {{month}}',
  left_one: '{{count}} day left',
  left_other: '{{count}} days left',
  today: 'today is the last day',
  over_one: 'ended {{count}} day ago',
  over_other: 'ended {{count}} days ago',
  blocksNothing: 'No act asks for it.',
  more: 'and {{count}} more',
  meets: 'Meets what is waiting:',
  goesOn: 'Goes on, but nothing new follows:',
  soonest: 'Runs out first',
  print: 'Print',
  effects: {
    refused: 'is refused',
    deviates: 'is recorded as a deviation',
    passedOver: 'passes this firm over',
    notProven: 'proves nothing',
  } satisfies Record<Effect, string>,
  kinds: {
    supplierAudit: 'Audit of a supplier',
    documentGrant: 'Grant of a document',
    key: 'Signing key',
    appointment: 'Function of a person',
    calibration: 'Calibration of a logger',
  } satisfies Record<Exclude<PaperKind, (typeof LICENCE_KINDS)[number]>, string>,
};
