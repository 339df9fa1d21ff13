/** Things with a reader each by right: batches and what is known of them, documents, shipments, recalls, commands. */
import type { CallerName } from './callers.js';
import type { IdName } from './ids.js';
import type { ObjectRow } from './row.js';

type Batch = Extract<
  IdName,
  'supplied' | 'first' | 'api' | 'apiAtMaker' | 'bulk' | 'packed' | 'sibling' | 'elsewhere'
>;

/**
 * Who stands on a batch, holds or held some of it, or was granted its identity; drug authorities of its places.
 */
export const BATCH_READERS: Readonly<Record<Batch, readonly CallerName[]>> = {
  supplied: ['supplier', 'cdmo', 'carrier', 'drug'],
  // The CDMO's own lot names who made the material and the holder of the authorisation.
  first: ['cdmo', 'supplier', 'maker', 'drug'],
  api: ['cdmo', 'maker', 'carrier', 'drug'],
  apiAtMaker: ['maker', 'cdmo', 'drug'],
  bulk: ['maker', 'drug'],
  packed: ['maker', 'carrier', 'wholesaler', 'pharmacy', 'drug'],
  sibling: ['maker', 'drug'],
  elsewhere: ['makerOnly', 'holderOnly', 'drugElsewhere'],
};

/** Whose key opens the identity document: its owner and those whom it was granted; no carrier, no authority. */
const IDENTITY_OPENED: Readonly<Record<Batch, readonly CallerName[]>> = {
  supplied: ['supplier', 'cdmo'],
  first: ['cdmo'],
  api: ['cdmo', 'maker'],
  apiAtMaker: ['maker'],
  bulk: ['maker'],
  packed: ['maker', 'wholesaler', 'pharmacy'],
  sibling: ['maker'],
  elsewhere: ['makerOnly'],
};

/** Trails are the dearest of all answers. */
const ASKED_FOR_TRAILS: readonly Batch[] = ['packed', 'api', 'elsewhere'];

const ofBatches: readonly ObjectRow[] = (Object.keys(BATCH_READERS) as Batch[]).flatMap((what) => {
  const row = { what, readers: BATCH_READERS[what], guarded: true };
  return [
    { ...row, read: 'batch', path: '/api/batches/{}' },
    { ...row, read: 'batchIdentity', path: '/api/batches/{}/identity', opened: IDENTITY_OPENED[what] },
    { ...row, read: 'closure', path: '/api/closures' },
    ...(ASKED_FOR_TRAILS.includes(what)
      ? [
          { ...row, read: 'trail', path: '/api/trail/{}' },
          { ...row, read: 'trailProof', path: '/api/trail/{}/proof' },
          { ...row, read: 'trail', path: '/api/trail/{}?direction=forward' },
        ]
      : []),
  ];
});

/** Words of a driver go with the record that they are evidence of, to its readers; who wrote them needs no record. */
const withRecord: readonly Omit<ObjectRow, 'guarded'>[] = [
  {
    read: 'statement',
    what: 'incShipWords',
    path: '/api/statements/{}?record={incShip}',
    readers: ['maker', 'carrier', 'wholesaler', 'drug', 'transport', 'customs'],
  },
  {
    read: 'statement',
    what: 'incManWords',
    path: '/api/statements/{}?record={incMan}',
    readers: ['cdmo', 'wasteCarrier', 'disposer', 'environment', 'transport'],
  },
  {
    read: 'statement',
    what: 'incManWords',
    path: '/api/statements/{}?record={incShip}',
    readers: ['wasteCarrier'],
  },
];

const others: readonly Omit<ObjectRow, 'guarded'>[] = [
  { read: 'document', what: 'suppliedIdentity', path: '/api/documents/{}', readers: ['supplier', 'cdmo'] },
  { read: 'document', what: 'apiIdentity', path: '/api/documents/{}', readers: ['cdmo', 'maker'] },
  {
    read: 'document',
    what: 'packedIdentity',
    path: '/api/documents/{}',
    readers: ['maker', 'wholesaler', 'pharmacy'],
  },
  { read: 'task', what: 'taskId', path: '/api/tasks/{}', readers: ['maker', 'cdmo', 'drug'] },
  // The terms are the two's alone: no authority's, and no rival's of the same host.
  { read: 'taskTerms', what: 'taskId', path: '/api/tasks/{}/terms', readers: ['maker', 'cdmo'] },
  {
    read: 'task',
    what: 'elsewhereTask',
    path: '/api/tasks/{}',
    readers: ['makerOnly', 'cdmoElsewhere', 'drugElsewhere'],
  },
  {
    read: 'taskTerms',
    what: 'elsewhereTask',
    path: '/api/tasks/{}/terms',
    readers: ['makerOnly', 'cdmoElsewhere'],
  },
  // A foreign batch is no commission of anybody.
  { read: 'commissionList', what: 'elsewhere', path: '/api/codes/commissions/{}', readers: [] },
  {
    read: 'commissionList',
    what: 'commission',
    path: '/api/codes/commissions/{}',
    readers: ['maker'],
  },
  { read: 'document', what: 'leafFile', path: '/api/documents/{}', readers: ['maker', 'wholesaler'] },
  {
    read: 'readings',
    what: 'shipment',
    path: '/api/shipments/{}/readings',
    readers: ['maker', 'carrier', 'wholesaler', 'drug', 'transport', 'customs'],
  },
  {
    read: 'readings',
    what: 'supplyWay',
    path: '/api/shipments/{}/readings',
    readers: ['supplier', 'cdmo', 'carrier', 'drug', 'transport', 'customs'],
  },
  // Between two firms of another province.
  {
    read: 'readings',
    what: 'saleWay',
    path: '/api/shipments/{}/readings',
    readers: ['wholesaler', 'pharmacy', 'carrier'],
  },
  {
    read: 'readings',
    what: 'elsewhereWay',
    path: '/api/shipments/{}/readings',
    readers: ['makerOnly', 'carrierElsewhere', 'drugElsewhere'],
  },
  // Who answers for the batch may begin.
  {
    read: 'recall',
    what: 'elsewhereSignal',
    path: '/api/recalls/{}',
    readers: ['makerOnly', 'holderOnly', 'drugElsewhere'],
  },
  // The supplier and the CDMO are concerned, but the holder of the authorisation has begun.
  { read: 'recall', what: 'recallId', path: '/api/recalls/{}', readers: ['maker', 'drug'] },
  { read: 'recallProof', what: 'recallId', path: '/api/recalls/{}/proof', readers: ['maker', 'drug'] },
  {
    read: 'recallProof',
    what: 'elsewhereSignal',
    path: '/api/recalls/{}/proof',
    readers: ['makerOnly', 'holderOnly', 'drugElsewhere'],
  },
  {
    read: 'transaction',
    what: 'registerTx',
    path: '/api/transactions/{}',
    readers: BATCH_READERS.bulk,
  },
  {
    read: 'transaction',
    what: 'departTx',
    path: '/api/transactions/{}',
    readers: ['cdmo', 'wasteCarrier', 'disposer', 'environment', 'transport'],
  },
  {
    read: 'transaction',
    what: 'openDrumTx',
    path: '/api/transactions/{}',
    readers: ['cdmo', 'environment'],
  },
];

/** What a caller itself has done or written: nobody else's business, and no authority needs a purpose to ask. */
const own: readonly Omit<ObjectRow, 'guarded'>[] = [
  {
    read: 'codeDownloadFile',
    what: 'otherDownload',
    path: '/api/codes/downloads/{}/file',
    readers: ['cdmo'],
  },
  {
    read: 'codeDownloadFile',
    what: 'download',
    path: '/api/codes/downloads/{}/file',
    readers: ['maker'],
  },
  { read: 'bill', what: 'bill', path: '/api/bills/{}', readers: ['maker'] },
  { read: 'bill', what: 'otherBill', path: '/api/bills/{}', readers: ['wholesaler'] },
  { read: 'identifier', what: 'identifier', path: '/api/identifiers/{}', readers: ['maker'] },
  { read: 'identifier', what: 'otherIdentifier', path: '/api/identifiers/{}', readers: ['wholesaler'] },
  { read: 'statement', what: 'words', path: '/api/statements/{}', readers: ['disposer'] },
  { read: 'statement', what: 'incShipWords', path: '/api/statements/{}', readers: ['carrier'] },
  { read: 'statement', what: 'elsewhereWords', path: '/api/statements/{}', readers: ['makerOnly'] },
  { read: 'operation', what: 'register', path: '/api/operations/{}', readers: ['maker'] },
  { read: 'operation', what: 'depart', path: '/api/operations/{}', readers: ['cdmo', 'wasteCarrier'] },
  { read: 'operation', what: 'handOver', path: '/api/operations/{}', readers: ['maker', 'carrier'] },
  { read: 'epcis.captureJob', what: 'job', path: '/epcis/v2/capture/{}', readers: ['cdmo'] },
  { read: 'epcis.captureJob', what: 'otherJob', path: '/epcis/v2/capture/{}', readers: ['maker'] },
  { read: 'epcis.event', what: 'otherEvent', path: '/epcis/v2/events/{}', readers: ['maker'] },
  { read: 'epcis.event', what: 'event', path: '/epcis/v2/events/{}', readers: ['cdmo'] },
  { read: 'epcis.eventProof', what: 'event', path: '/epcis/v2/events/{}/proof', readers: ['cdmo'] },
  { read: 'epcis.eventProof', what: 'otherEvent', path: '/epcis/v2/events/{}/proof', readers: ['maker'] },
  { read: 'epcis.eventOrigin', what: 'event', path: '/epcis/v2/events/{}/origin', readers: ['cdmo'] },
  { read: 'epcis.eventOrigin', what: 'otherEvent', path: '/epcis/v2/events/{}/origin', readers: ['maker'] },
  { read: 'epcis.member', what: 'epc', path: '/epcis/v2/epcs/{}', readers: ['cdmo'] },
  { read: 'epcis.member', what: 'otherEpc', path: '/epcis/v2/epcs/{}', readers: ['maker'] },
  { read: 'epcis.query', what: 'query', path: '/epcis/v2/queries/{}', readers: ['cdmo'] },
  { read: 'epcis.query', what: 'otherQuery', path: '/epcis/v2/queries/{}', readers: ['maker'] },
  { read: 'epcis.queryEvents', what: 'query', path: '/epcis/v2/queries/{}/events', readers: ['cdmo'] },
  { read: 'epcis.queryEvents', what: 'otherQuery', path: '/epcis/v2/queries/{}/events', readers: ['maker'] },
  {
    read: 'epcis.subscriptions',
    what: 'query',
    path: '/epcis/v2/queries/{}/subscriptions',
    readers: ['cdmo'],
  },
  {
    read: 'epcis.subscriptions',
    what: 'otherQuery',
    path: '/epcis/v2/queries/{}/subscriptions',
    readers: ['maker'],
  },
  {
    read: 'epcis.subscription',
    what: 'subscription',
    path: '/epcis/v2/queries/a%20query%20of%20the%20CDMO/subscriptions/{}',
    readers: ['cdmo'],
  },
  {
    read: 'epcis.subscription',
    what: 'otherSubscription',
    path: '/epcis/v2/queries/a%20query%20of%20the%20maker/subscriptions/{}',
    readers: ['maker'],
  },
];

/** Every thing and its readers. */
export const OBJECTS: readonly ObjectRow[] = [
  ...ofBatches,
  ...[...others, ...withRecord].map((row) => ({ ...row, guarded: true })),
  ...own.map((row) => ({ ...row, guarded: false })),
];

const CODES_OF_NONE: Readonly<Record<string, string>> = {
  batch: 'BATCH_NOT_FOUND',
  batchIdentity: 'BATCH_NOT_FOUND',
  trail: 'BATCH_NOT_FOUND',
  trailProof: 'BATCH_NOT_FOUND',
  closure: 'BATCH_NOT_FOUND',
  transaction: 'TRANSACTION_NOT_FOUND',
  operation: 'OPERATION_NOT_FOUND',
  'epcis.query': 'QUERY_NAME_UNKNOWN',
  'epcis.queryEvents': 'QUERY_NAME_UNKNOWN',
  'epcis.subscriptions': 'QUERY_NAME_UNKNOWN',
  'epcis.subscription': 'SUBSCRIPTION_UNKNOWN',
};

/** How a read says that there is no such thing. */
export const codeOfNone = (read: string): string => CODES_OF_NONE[read] ?? 'RECORD_NOT_FOUND';
