/** What waits for a person: counted from records that the person may see, each matter only for whose function it is. */
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { dayOf, daysLater } from '@yaosu/chaincode/model/kernel/time';
import { turnOf, type DeskKind } from '@yaosu/gateway/api/quality';
import { api } from '../../lib/api.js';
import { readRecords, type RecordOf, type ShownType } from '../../lib/records.js';
import type { Session } from '../../lib/session.js';
import {
  MAX_ROWS,
  alertsToTriage,
  codeConflicts,
  incidentsToClose,
  quarantined,
  recallsToAnswer,
} from './counts.js';

/** Something that waits. */
export interface Matter {
  readonly name: string;
  readonly count: number;
  /** The page where it is done. */
  readonly to: string;
  /** Whether it is about recall drills. */
  readonly isDrill: boolean;
}
interface Kind {
  readonly name: string;
  readonly to: string;
  readonly isDrill?: true;
  readonly functions: readonly KeyFunction[];
  readonly count: (session: Session, desk: Desk) => Promise<number>;
}
/** How much of each kind waits at the own quality desk, read once for all who ask. */
type Desk = () => Promise<Readonly<Record<DeskKind, number>>>;

const ofType =
  <T extends ShownType>(type: T, waits: (value: RecordOf<T>['value'], enterprise: string) => boolean) =>
  async ({ enterprise }: Session): Promise<number> =>
    (await readRecords(type)).records.filter(({ value }) => waits(value, enterprise)).length;

const batches = async (
  waits: (batch: Awaited<ReturnType<typeof readBatches>>[number], enterprise: string) => boolean,
  { enterprise }: Session,
): Promise<number> => (await readBatches()).filter((batch) => waits(batch, enterprise)).length;
const readBatches = async () => (await api.read('batches', {}, { limit: MAX_ROWS })).batches;

const QUALITY: readonly KeyFunction[] = ['qualifiedPerson', 'qualityManager'];
const KEEPERS: readonly KeyFunction[] = ['warehouseKeeper', 'dispatcher', 'pharmacist', 'receivingInspector'];

const HOLDERS: readonly KeyFunction[] = ['pharmacist', 'warehouseKeeper', 'dispatcher', ...QUALITY];

const HORIZON_DAYS = 30;
const papersEnding = async (): Promise<number> => {
  const until = daysLater(dayOf(new Date().toISOString()), HORIZON_DAYS);
  return (await api.read('validity', {}, { until, limit: MAX_ROWS })).papers.length;
};

/** Something of the own firm's quality desk, for those whose turn it is. */
const atDesk = (name: string, kind: DeskKind): Kind => ({
  name,
  to: `/quality?kind=${kind}&whose=own`,
  functions: turnOf(kind),
  count: async (_, desk) => (await desk())[kind],
});

const isOnItsWay = (state: string): boolean => ['loaded', 'inTransit', 'arrived'].includes(state);

const KINDS: readonly Kind[] = [
  {
    name: 'batchesInProcess',
    to: '/batches',
    functions: ['production', 'analyst', 'reviewer'],
    count: (session) => batches(({ disposition }) => disposition === 'inProcess', session),
  },
  atDesk('samplesToTest', 'sample'),
  atDesk('resultsToReview', 'review'),
  atDesk('oosToClose', 'oos'),
  atDesk('deviationsToClose', 'deviation'),
  atDesk('excursionsToDispose', 'excursion'),
  atDesk('batchesToRelease', 'siteRelease'),
  atDesk('batchesToMarket', 'marketRelease'),
  {
    name: 'ordersToConfirm',
    to: '/orders',
    functions: ['dispatcher', 'qualityManager'],
    count: ofType('order', ({ state, supplier }, own) => state === 'placed' && supplier === own),
  },
  {
    name: 'tasksToAnswer',
    to: '/tasks?state=offered&side=cdmo',
    functions: ['qualityManager'],
    count: ofType('task', ({ state, cdmo }, own) => state === 'offered' && cdmo === own),
  },
  {
    name: 'deliveriesToAccept',
    to: '/tasks?state=delivered&side=client',
    functions: ['qualityManager'],
    count: ofType('task', ({ state, client }, own) => state === 'delivered' && client === own),
  },
  {
    name: 'ordersToShip',
    to: '/orders',
    functions: ['dispatcher'],
    count: ofType('order', ({ state, supplier }, own) => state === 'confirmed' && supplier === own),
  },
  {
    name: 'shipmentsToLoad',
    to: '/shipments',
    functions: ['dispatcher', 'warehouseKeeper'],
    count: ofType('ship', ({ state, consignor }, own) => state === 'ready' && consignor === own),
  },
  {
    name: 'shipmentsComing',
    to: '/shipments',
    functions: KEEPERS,
    count: ofType('ship', ({ state, consignee }, own) => isOnItsWay(state) && consignee === own),
  },
  {
    name: 'offersToSign',
    to: '/shipments/sign',
    functions: KEEPERS,
    count: ofType('ship', ({ offer }, own) => offer?.state === 'open' && offer.taker === own),
  },
  {
    name: 'shipmentsCarried',
    to: '/shipments',
    functions: ['driver', 'dispatcher'],
    count: ofType('ship', ({ state, carrier }, own) => isOnItsWay(state) && carrier === own),
  },
  {
    name: 'shipmentsPending',
    to: '/shipments',
    functions: [...QUALITY, 'driver', 'dispatcher'],
    count: ofType('ship', ({ condition }) => condition === 'pending'),
  },
  {
    name: 'stockToInspect',
    to: '/batches',
    functions: ['receivingInspector', ...QUALITY],
    count: quarantined,
  },
  {
    name: 'recallsToAnswer',
    to: '/recalls?drill=false',
    functions: HOLDERS,
    count: (session) => recallsToAnswer(session, false),
  },
  {
    name: 'drillsToAnswer',
    isDrill: true,
    to: '/recalls?drill=true',
    functions: HOLDERS,
    count: (session) => recallsToAnswer(session, true),
  },
  {
    name: 'investigations',
    to: '/recalls?drill=false',
    functions: [...QUALITY, 'inspector'],
    count: ofType('inv', ({ state, drill }) => state !== 'closed' && !drill),
  },
  {
    name: 'drills',
    isDrill: true,
    to: '/recalls?drill=true',
    functions: [...QUALITY, 'inspector'],
    count: ofType('inv', ({ state, drill }) => state !== 'closed' && drill),
  },
  {
    name: 'manifestsOpen',
    to: '/waste',
    functions: ['wasteKeeper', 'driver', 'escort', 'inspector'],
    count: ofType('man', ({ state }) => state !== 'closed' && state !== 'voided'),
  },
  {
    name: 'differences',
    to: '/waste',
    functions: ['wasteKeeper'],
    count: ofType('man', ({ differences }, own) =>
      differences.some(({ owner, answer }) => owner === own && answer === null),
    ),
  },
  {
    name: 'incidentsToClose',
    to: '/incidents?state=open',
    functions: ['qualityManager', 'pharmacist', 'wasteKeeper'],
    count: incidentsToClose,
  },
  {
    name: 'alertsToTriage',
    to: '/alerts?state=open',
    functions: ['pharmacist', 'warehouseKeeper', ...QUALITY],
    count: alertsToTriage,
  },
  {
    name: 'codeConflicts',
    to: '/codes/conflicts',
    functions: ['production', ...QUALITY],
    count: codeConflicts,
  },
  {
    name: 'papersEnding',
    to: `/validity?days=${String(HORIZON_DAYS)}`,
    functions: ['administrator', ...QUALITY],
    count: papersEnding,
  },
  {
    name: 'disputes',
    to: '/disputes',
    functions: ['administrator', 'pharmacist', 'inspector', ...QUALITY],
    count: ofType('disp', ({ resolution }) => resolution === null),
  },
];

const newDesk = (): Desk => {
  let counts: ReturnType<Desk> | undefined;
  const read = async () => (await api.read('qualityDesk', {}, { whose: 'own', limit: 1 })).counts;
  return () => (counts ??= read());
};

/** Everything that waits, in the order of the chain. @throws ApiError */
export const waitingFor = async (session: Session): Promise<readonly Matter[]> => {
  const mine = KINDS.filter(({ functions }) => functions.some((each) => session.functions.includes(each)));
  const desk = newDesk();
  const counted = await Promise.all(
    mine.map(async ({ name, to, isDrill = false, count }) => ({
      ...{ name, to, isDrill },
      count: await count(session, desk),
    })),
  );
  return counted.filter(({ count }) => count > 0);
};
