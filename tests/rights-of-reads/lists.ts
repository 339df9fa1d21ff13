/** Lists, what everybody with a session may ask, and what is public. */
import { FOUND_TYPES } from '@yaosu/gateway/api/search';
import { BATCH_READERS } from './objects.js';
import { FREE_TYPES, RECORDS } from './records.js';
import type { IdName } from './ids.js';
import type { ListRow, OpenRow, ReadId } from './row.js';

const ofBatches: ListRow = {
  read: 'batches',
  path: '/api/batches?limit=200',
  guarded: true,
  shows: Object.entries(BATCH_READERS).map(([what, to]) => ({ what: what as IdName, to })),
};

/** A code's container may hold several batches: it is read by its key only. */
const ofRecords: readonly ListRow[] = RECORDS.flatMap(({ type, what, readers, batch }) =>
  what === null || type === 'obj'
    ? []
    : [
        {
          read: 'records',
          path: `/api/records?limit=200&type=${type}${batch === undefined ? '' : `&batch={${batch}}`}`,
          guarded: !FREE_TYPES.includes(type),
          shows: [{ what, to: readers }],
        },
      ],
);

/** What has a page of its own is found by its key by who may read the record. */
const ofSearch: readonly ListRow[] = RECORDS.flatMap(({ type, what, readers }) =>
  what === null || type === 'ent' || !FOUND_TYPES.some((each) => each === type)
    ? []
    : [{ read: 'search', path: `/api/search?q={${what}}`, guarded: true, shows: [{ what, to: readers }] }],
);

const ofTasks: ListRow = {
  read: 'tasks',
  path: '/api/tasks?limit=200',
  guarded: true,
  shows: [{ what: 'taskId', to: ['maker', 'cdmo', 'drug'] }],
};

/** An alert is for who has to look; nobody knows of a lot that this one's pack is of. */
const ofAlerts: ListRow = {
  read: 'alerts',
  path: '/api/alerts?limit=200',
  guarded: true,
  shows: [{ what: 'alert', to: ['cdmo'] }],
};

/** The text of a second code is told to who registered it alone: only they know that it is another pack's. */
const ofConflicts: ListRow = {
  read: 'codeConflicts',
  path: '/api/codes/conflicts?limit=200',
  guarded: true,
  shows: [{ what: 'alias', to: ['maker'] }],
};

const ofLoads: ListRow = {
  read: 'loads',
  path: '/api/loads?limit=200',
  guarded: true,
  shows: [{ what: 'movingLoad', to: ['maker', 'carrier', 'wholesaler', 'drug', 'transport'] }],
};

/** The maker's own licence, and whose business it is while a load of the maker's is on its way; the approved list is the CDMO's own. */
const ofValidity: ListRow = {
  read: 'validity',
  path: '/api/validity?limit=200&until=2049-12-31',
  guarded: false,
  shows: [
    { what: 'lic', to: ['maker', 'carrier', 'wholesaler'] },
    { what: 'appr', to: ['cdmo'] },
    { what: 'movingLoad', to: ['maker', 'carrier', 'wholesaler'] },
  ],
};

/** Packs that only their holder's qualified person releases to the market; who bought none of them knows nothing of it. */
const ofQualityDesk: ListRow = {
  read: 'qualityDesk',
  path: '/api/quality-desk?limit=200',
  guarded: false,
  shows: [{ what: 'unmarketed', to: ['maker'] }],
};

/** Lists of the caller's own. */
const ofOwn: readonly ListRow[] = [
  {
    read: 'stock',
    path: '/api/stock?limit=200',
    guarded: false,
    shows: [
      { what: 'supplied', to: [] },
      { what: 'api', to: ['cdmo'] },
      { what: 'sibling', to: ['maker'] },
      { what: 'packed', to: ['wholesaler', 'pharmacy'] },
    ],
  },
  {
    read: 'transactions',
    path: '/api/transactions?limit=200',
    guarded: false,
    shows: [
      { what: 'departTx', to: ['cdmo', 'wasteCarrier'] },
      { what: 'openDrumTx', to: ['cdmo'] },
    ],
  },
  {
    read: 'leafFiles',
    path: '/api/leaf-files?limit=200',
    guarded: false,
    shows: [{ what: 'leafFile', to: ['wholesaler'] }],
  },
  {
    read: 'codeDownloads',
    path: '/api/codes/downloads',
    guarded: false,
    shows: [{ what: 'download', to: ['maker'] }],
  },
  {
    read: 'bills',
    path: '/api/bills?limit=200',
    guarded: false,
    shows: [
      { what: 'packed', to: ['maker', 'wholesaler', 'pharmacy'] },
      { what: 'bill', to: ['maker'] },
      { what: 'api', to: [] },
    ],
  },
  {
    read: 'identifiers',
    path: '/api/identifiers?limit=200',
    guarded: false,
    shows: [{ what: 'identifier', to: ['maker'] }],
  },
  {
    read: 'codeRanges',
    path: '/api/codes/ranges',
    guarded: false,
    shows: [{ what: 'packed', to: ['maker'] }],
  },
  {
    read: 'epcis.events',
    path: '/epcis/v2/events?perPage=1000',
    guarded: false,
    shows: [
      { what: 'event', to: ['cdmo'] },
      { what: 'otherEvent', to: ['maker'] },
    ],
  },
  {
    read: 'epcis.captureJobs',
    path: '/epcis/v2/capture',
    guarded: false,
    shows: [
      { what: 'job', to: ['cdmo'] },
      { what: 'otherJob', to: ['maker'] },
    ],
  },
  {
    read: 'epcis.queries',
    path: '/epcis/v2/queries',
    guarded: false,
    shows: [
      { what: 'query', to: ['cdmo'] },
      { what: 'otherQuery', to: ['maker'] },
    ],
  },
  {
    read: 'epcis.members',
    path: '/epcis/v2/epcs',
    guarded: false,
    shows: [
      { what: 'epc', to: ['cdmo'] },
      { what: 'otherEpc', to: ['maker'] },
    ],
  },
  {
    read: 'epcis.memberEvents',
    path: '/epcis/v2/eventTypes/ObjectEvent/events?perPage=1000',
    guarded: false,
    shows: [
      { what: 'event', to: ['cdmo'] },
      { what: 'otherEvent', to: ['maker'] },
    ],
  },
];

/** Every list. */
export const LISTS: readonly ListRow[] = [
  ofBatches,
  ofTasks,
  ofAlerts,
  ofConflicts,
  ofLoads,
  ofValidity,
  ofQualityDesk,
  ...ofRecords,
  ...ofSearch,
  ...ofOwn,
];

/** What everybody with a session may ask. */
export const OPEN: readonly OpenRow[] = [
  { read: 'enterprises', path: '/api/enterprises', none: null },
  { read: 'enterprise', path: '/api/enterprises/anhe-pharma', none: '/api/enterprises/nobody-here' },
  {
    read: 'enterpriseKeys',
    path: '/api/enterprises/anhe-pharma/keys',
    none: '/api/enterprises/nobody-here/keys',
  },
  { read: 'blocks', path: '/api/blocks', none: null },
  { read: 'checkpoints', path: '/api/checkpoints', none: null },
  { read: 'session', path: '/api/session', none: null },
  { read: 'tracePlatform', path: '/api/trace-platform', none: null },
  { read: 'secondaryNode', path: '/api/secondary-node', none: null },
  { read: 'serviceKey', path: '/api/service-key', none: null },
  { read: 'label', path: '/api/labels/(01)06901004000215(10)AH-2601', none: null },
  { read: 'transaction', path: '/api/transactions/{profileTx}', none: `/api/transactions/${'0'.repeat(64)}` },
];

/** What needs no session. */
export const PUBLIC: Readonly<Record<ReadId, string>> = {
  network: '/api/network',
  trust: '/api/trust',
  demoLogins: '/api/demo/logins',
  packStatus: '/api/packs/(01)06901004000215(21)ABCDEFGHJKLM',
  checkConnectivity: '/checkConnectivity?gtin=06901004000215&reqGLN=0321012345676',
  verifyReturn:
    '/verify/gtin/06901004000215/lot/AH-2601/ser/ABCDEFGHJKLM?exp=271231&linkType=verificationService&context=dscsaSaleableReturn&reqGLN=0321012345676&corrUUID=59bc5c88-15f7-49a7-9687-73b05d2c50a4',
  healthz: '/healthz',
  readyz: '/readyz',
  metrics: '/metrics',
  openapi: '/openapi.json',
};
