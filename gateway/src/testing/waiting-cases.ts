/** What makes each matter wait that is a record, what does not, and which of the maker's people are told, by hand. */
import { keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { INVESTIGATION_STATES } from '@yaosu/chaincode/model/recall/states';
import type { MatterName } from '../api/waiting.js';
import { FIRM } from '../story/cast.js';
import { idOf, type RecordRow } from './read-model-rows.js';

/** Who of the maker's people asks, by login. */
export const PEOPLE = [
  ...['production', 'analyst', 'reviewer', 'qm', 'qp', 'warehouse'],
  ...['receiving', 'waste', 'admin', 'purchaser'],
] as const;

/** A record of a matter. */
export interface RecordCase {
  readonly name: MatterName;
  readonly type: KeyType;
  /** One that waits for a firm. */
  readonly waits: (own: string, index: number) => object;
  /** Some of the firm's that do not. */
  readonly doesNot: (own: string) => readonly object[];
  readonly to: readonly string[];
}

const onItsWay = (index: number): string => ['loaded', 'inTransit', 'arrived'][index % 3] ?? '';
const underWay = (index: number): string => INVESTIGATION_STATES[index % 4] ?? '';
const onTheRoad = (index: number): string =>
  ['draft', 'departed', 'inTransit', 'accepted', 'partlyAccepted', 'refused'][index % 6] ?? '';
const offer = (state: string, taker: string, giver: string) => ({ state, taker, giver });
const difference = (owner: string, answer: object | null) => ({ owner, answer });

/** Records by matter. */
export const RECORD_CASES: readonly RecordCase[] = [
  {
    name: 'ordersToConfirm',
    type: 'order',
    waits: (own) => ({ state: 'placed', supplier: own, buyer: 'x' }),
    doesNot: (own) => [
      { state: 'shipped', supplier: own },
      { state: 'placed', supplier: 'x', buyer: own },
    ],
    to: ['qm', 'warehouse'],
  },
  {
    name: 'ordersToShip',
    type: 'order',
    waits: (own) => ({ state: 'confirmed', supplier: own, buyer: 'x' }),
    doesNot: (own) => [
      { state: 'received', supplier: own },
      { state: 'confirmed', supplier: 'x', buyer: own },
    ],
    to: ['warehouse'],
  },
  {
    name: 'tasksToAnswer',
    type: 'task',
    waits: (own) => ({ state: 'offered', cdmo: own, client: 'x' }),
    doesNot: (own) => [
      { state: 'accepted', cdmo: own },
      { state: 'offered', cdmo: 'x', client: own },
    ],
    to: ['qm'],
  },
  {
    name: 'deliveriesToAccept',
    type: 'task',
    waits: (own) => ({ state: 'delivered', cdmo: 'x', client: own }),
    doesNot: (own) => [
      { state: 'disputed', client: own },
      { state: 'delivered', cdmo: own, client: 'x' },
    ],
    to: ['qm'],
  },
  {
    name: 'shipmentsToLoad',
    type: 'ship',
    waits: (own) => ({ state: 'ready', consignor: own, consignee: 'x' }),
    doesNot: (own) => [
      { state: 'draft', consignor: own },
      { state: 'ready', consignor: 'x', consignee: own },
    ],
    to: ['warehouse'],
  },
  {
    name: 'shipmentsComing',
    type: 'ship',
    waits: (own, i) => ({ state: onItsWay(i), consignee: own, consignor: 'x' }),
    doesNot: (own) => [
      { state: 'received', consignee: own },
      { state: 'inTransit', consignee: 'x', consignor: own },
    ],
    to: ['warehouse', 'receiving'],
  },
  {
    name: 'offersToSign',
    type: 'ship',
    // Also where the load went on meanwhile.
    waits: (own) => ({ state: 'returned', offer: offer('open', own, 'x') }),
    doesNot: (own) => [
      { state: 'arrived', offer: offer('signed', own, 'x') },
      { state: 'arrived', offer: offer('open', 'x', own) },
      { state: 'arrived', offer: null },
    ],
    to: ['warehouse', 'receiving'],
  },
  {
    name: 'shipmentsCarried',
    type: 'ship',
    waits: (own, i) => ({ state: onItsWay(i), carrier: own, consignor: 'x' }),
    doesNot: (own) => [
      { state: 'lost', carrier: own },
      { state: 'loaded', carrier: 'x', consignor: own },
    ],
    to: ['warehouse'],
  },
  {
    name: 'shipmentsPending',
    type: 'ship',
    waits: () => ({ state: 'received', condition: 'pending' }),
    doesNot: () => [{ state: 'arrived', condition: 'normal' }],
    to: ['qm', 'qp', 'warehouse'],
  },
  {
    name: 'investigations',
    type: 'inv',
    waits: (_, i) => ({ state: underWay(i), drill: false }),
    doesNot: () => [{ state: 'closed', drill: false }],
    to: ['qm', 'qp'],
  },
  {
    name: 'drills',
    type: 'inv',
    waits: (_, i) => ({ state: underWay(i), drill: true }),
    doesNot: () => [{ state: 'closed', drill: true }],
    to: ['qm', 'qp'],
  },
  {
    name: 'manifestsOpen',
    type: 'man',
    waits: (_, i) => ({ state: onTheRoad(i), differences: [] }),
    doesNot: () => [{ state: 'closed' }, { state: 'voided' }],
    to: ['waste'],
  },
  {
    name: 'differences',
    type: 'man',
    waits: (own) => ({ state: 'closed', differences: [difference('x', {}), difference(own, null)] }),
    doesNot: (own) => [{ state: 'closed', differences: [difference(own, {}), difference('x', null)] }],
    to: ['waste'],
  },
  {
    name: 'incidentsToClose',
    type: 'inc',
    waits: (own) => ({ state: 'open', owner: own }),
    doesNot: (own) => [
      { state: 'closed', owner: own },
      { state: 'open', owner: 'x' },
    ],
    to: ['qm', 'waste'],
  },
  {
    name: 'disputes',
    type: 'disp',
    waits: () => ({ resolution: null }),
    doesNot: () => [{ resolution: { outcome: 'void' } }],
    to: ['qm', 'qp', 'admin'],
  },
];

/** What the validity calendar reads of open records. */
const LISTED: Partial<Readonly<Record<KeyType, object>>> = {
  ship: { contingencies: [] },
  man: { lines: [] },
};

const namesFirm = ({ waits }: RecordCase): boolean =>
  JSON.stringify(waits(FIRM.maker, 0)) !== JSON.stringify(waits(FIRM.rival, 0));

/** So many of a case that wait for the maker, what does not, and one that waits for its rival alone. */
export const recordsOf = (each: RecordCase, many: number): readonly RecordRow[] => {
  const { name, type, waits, doesNot } = each;
  const { maker, rival } = FIRM;
  const row = (mark: string, value: object, ...readers: readonly string[]): RecordRow => ({
    ...{ key: keyOf(type, idOf(name, mark)), value: { ...LISTED[type], ...value }, readers },
  });
  const all = Array.from({ length: many }, (_, i) => row(String(i), waits(maker, i), maker, FIRM.carrier));
  const not = doesNot(maker).map((value, i) => row(`not ${String(i)}`, value, maker));
  if (!namesFirm(each)) return [...all, ...not, row('rival', waits(rival, 0), rival)];
  // The maker sees the rival's and does not see one of its own: no list of its would show that.
  return [
    ...[...all, ...not],
    row('rival', waits(rival, 0), rival, maker),
    row('unseen', waits(maker, 0), rival),
  ];
};
