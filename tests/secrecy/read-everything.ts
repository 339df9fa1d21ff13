/** Every answer that a login can get about given ids, as bytes. */
import { BATCH_KINDS, DISPOSITIONS } from '@yaosu/chaincode/model/batch/states';
import { KEY_PARTS } from '@yaosu/chaincode/model/kernel/keys';
import { READS, type ReadName } from '@yaosu/gateway/api/reads';
import type { Player } from '@yaosu/gateway/story/player';

/** What a curious reader has heard of. */
export interface Ids {
  readonly enterprises: readonly string[];
  readonly batches: readonly string[];
  readonly documents: readonly string[];
  readonly keys: readonly string[];
  readonly txIds: readonly string[];
  readonly cmds: readonly string[];
}

const none = (): readonly string[] => [''];
const page = '?limit=200';

const tasksIn = ({ keys }: Ids): readonly string[] =>
  keys.filter((key) => key.startsWith('task~')).map((key) => key.slice('task~'.length));

/** Parameters and queries that each read is asked with; a new read does not compile without them. */
const ASKED = {
  network: none,
  enterprises: () => [page],
  enterprise: ({ enterprises }) => enterprises,
  enterpriseKeys: ({ enterprises }) => enterprises,
  batches: () => [
    page,
    ...BATCH_KINDS.map((kind) => `${page}&kind=${kind}`),
    ...DISPOSITIONS.map((each) => `${page}&disposition=${each}`),
  ],
  batch: ({ batches }) => batches,
  batchIdentity: ({ batches }) => batches,
  records: ({ batches }) =>
    Object.keys(KEY_PARTS).flatMap((type) =>
      ['', ...batches.map((batch) => `&batch=${batch}`)].map((of) => `${page}&type=${type}${of}`),
    ),
  record: ({ keys }) => keys,
  recordHash: ({ keys }) => keys,
  tasks: () => [page, `${page}&side=client`, `${page}&state=offered`],
  search: ({ enterprises, keys, batches }) =>
    [...enterprises, ...keys, ...batches].map((asked) => `?q=${encodeURIComponent(asked)}`),
  loads: () => [page, `${page}&alarm=pending`],
  validity: () => [page, `${page}&until=2049-12-31`, `${page}&whose=partner`],
  qualityDesk: () => [page, `${page}&whose=partner`],
  waiting: none,
  bills: () => [page, `${page}&kind=saleOut`, `${page}&state=notSent`],
  bill: ({ cmds }) => cmds,
  tracePlatform: none,
  identifiers: () => [page, `${page}&sync=waiting`],
  identifier: () => ['88.608.8889/none'],
  secondaryNode: none,
  alerts: () => [page, `${page}&state=open`, `${page}&class=secondUse`],
  task: tasksIn,
  taskTerms: tasksIn,
  stock: ({ batches }) => [page, ...batches.map((batch) => `${page}&batch=${batch}`)],
  readings: ({ keys }) =>
    keys.filter((key) => key.startsWith('ship~')).map((key) => key.slice('ship~'.length)),
  document: ({ documents }) => documents,
  leafFiles: () => [page],
  codeConflicts: () => [page, `${page}&kind=twoFirms`],
  codeRanges: none,
  commissionList: ({ cmds }) => cmds,
  codeDownloads: none,
  packStatus: () => ['(01)06901004000215(21)ABCDEFGHJKLM'],
  statement: ({ documents, cmds, keys }) => [
    ...documents,
    ...cmds,
    // Named with every record, in turns.
    ...keys.map((key, i) => `${documents[i % documents.length] ?? ''}?record=${encodeURIComponent(key)}`),
  ],
  trail: ({ batches }) => batches.flatMap((batch) => [batch, `${batch}?direction=forward`]),
  recall: ({ cmds }) => cmds,
  recordProof: ({ keys }) => keys,
  trailProof: ({ batches }) => batches.flatMap((batch) => [batch, `${batch}?direction=forward`]),
  recallProof: ({ cmds }) => cmds,
  checkpoints: () => [page],
  trust: none,
  transaction: ({ txIds }) => txIds,
  transactions: () => [page],
  blocks: () => [page],
  operation: ({ cmds }) => cmds,
  session: none,
  authorityReads: () => [page],
  serviceKey: none,
  demoLogins: none,
} as const satisfies Record<ReadName, (ids: Ids) => readonly string[]>;

/** Beside the reads. */
const OTHERS = [
  '/openapi.json',
  '/metrics',
  '/healthz',
  '/readyz',
  '/identityv2/data/detail?handle=88.608.8889%2Fnone',
  '/api/v1/doip?targetId=88.608.8889%2Fnone&operationId=0.DOIP/Op.Retrieve',
  '/snms/api/v5/template?prefix=88.608.8889&version=1.0',
  '/api/labels/01069012340000091',
  '/epcis/v2/events',
  '/epcis/v2/capture',
  '/epcis/v2/queries',
  ...['epcs', 'eventTypes', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'].map(
    (name) => `/epcis/v2/${name}`,
  ),
] as const;

const pathOf = (name: ReadName, asked: string): string => {
  const { path } = READS[name];
  if (!path.includes('{')) return path + asked;
  const [id = '', query] = asked.split('?');
  const filled = path.replace(/\{\w+\}/, encodeURIComponent(id));
  return query === undefined ? filled : `${filled}?${query}`;
};

/** Paths of everything that can be asked. */
export const everyPath = (ids: Ids): readonly string[] => [
  ...(Object.keys(READS) as ReadName[]).flatMap((name) =>
    ASKED[name](ids).map((asked) => pathOf(name, asked)),
  ),
  ...OTHERS,
];

/** An answer with its headers, as text. */
export const answerOf = async (url: string, { token }: Player, path: string): Promise<string> => {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return [...response.headers].join('\n') + (await response.text());
};
