import type { ConflictKind } from '@yaosu/chaincode/rules/code/alias-conflicts';

/** Words about second codes and codes that do not agree, in English. */
export const enSecondCodes = {
  title: 'Second codes',
  about:
    'Another code on the same pack, e.g. its 药品追溯码: whoever scans it finds the pack. The ledger keeps its hash.',
  none: 'No pack of this batch has a second code.',
  withdrawn: 'Withdrawn second codes',
  noneWithdrawn: 'None was withdrawn.',
  states: { registered: 'Registered', withdrawn: 'Withdrawn' },
  second: 'Second code',
  standsFor: 'Stands for',
  pack: 'Pack {{number}} of its list',
  container: 'Container',
  register: 'Register a second code',
  next: 'Continue to signing the second code',
  packNumber: 'Number of the pack on the list',
  text: 'Second code as a scanner reads it',
  textHint: '01…21… or 00… without brackets, a 药品追溯码, or a code of your own',
  registers: '{{text}} is to stand for pack {{number}}',
  conflicts: {
    title: 'Codes that do not agree',
    about:
      'Second codes against which something else is said that you may read as well, the newest first. What another firm keeps to itself is not shown.',
    none: 'No codes contradict each other.',
    open: 'Codes that do not agree',
    kind: 'What does not agree',
    all: 'All',
    whatToDo: 'What to do',
    other: 'Against it stands',
    by: {
      alias: 'Another second code',
      object: 'The code of the pack itself',
      list: 'A list of packs',
      event: 'A captured event',
    },
    products: { gtin: 'GTIN {{value}}', traceCode: 'Product of the 药品追溯码 {{value}}' },
    blockOf: 'Block {{block}}',
    kinds: {
      twoFirms: 'Two firms name the pack as theirs',
      otherProduct: 'The codes name different products',
      onAList: 'The second code is a pack itself',
      reportedByAnother: 'Another firm commissioned this code',
    } satisfies Record<ConflictKind, string>,
    todo: {
      twoFirms:
        'Find out with the other firm whose list the pack is on; the one that is wrong withdraws its code.',
      otherProduct: 'Compare with the label. Withdraw the code that is not on the pack.',
      onAList:
        'A pack on a list stands for itself. Withdraw the second code, and look for the pack that carries it.',
      reportedByAnother:
        'Ask who made the code. Withdraw the second code, or have the event declared wrong by who captured it.',
    } satisfies Record<ConflictKind, string>,
  },
};
