import type { SyncState } from '@yaosu/gateway/api/identifiers';

/** Words about identifiers of the industrial-internet system in English. */
export const enIdentifiers = {
  title: 'Identifiers',
  about:
    'Identifiers of the industrial-internet system (工业互联网标识) that your software registers with this enterprise node. Each is passed on to the secondary node in the order of its last change.',
  none: 'There are no such identifiers.',
  prefixes: 'Prefixes of your enterprise: {{prefixes}}.',
  noPrefix:
    'Your enterprise has no prefix here yet, so nothing can be registered. Who runs this gateway gives it one.',
  notConnected:
    'No secondary node is connected to this gateway. Identifiers are kept and answered for here, and are registered nowhere else.',
  connected: 'Identifiers are registered with {{node}}.',
  away: 'The secondary node does not answer ({{problem}}). Identifiers wait and keep their order; next attempt:',
  all: 'All',
  contains: 'Identifier contains',
  handle: 'Identifier',
  template: 'Template',
  values: 'Values',
  madeAt: 'Registered here',
  changedAt: 'Last changed',
  syncedAt: 'Secondary node’s answer',
  sync: 'Secondary node',
  states: {
    waiting: 'Not told yet',
    registered: 'Registered',
    refused: 'Refused',
  } satisfies Record<SyncState, string>,
  deleted: 'Deleted here',
  refusedHint: 'Mend what the secondary node names, then send the identifier again. It waits until you do.',
  says: 'The node says',
  again: 'Send again',
  list: 'Values of the identifier',
  noValues: 'It has no values.',
  index: 'Index',
  type: 'Type',
  value: 'Value',
  readers: 'Who may read it',
  everybody: 'Everybody',
  facts: 'What everybody may know of the pack',
};
