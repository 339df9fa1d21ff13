/** What a signed command says that it brings into the network's stock, or takes out of it, by batch and unit. */
import { fromMillionths, toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import { actOf, type Effect, type Fields } from './history.js';

/** `batch unit` → millionths. */
export type Amounts = Map<string, bigint>;

/** An amount that comes (positive) or goes. */
interface Said {
  readonly batch: unknown;
  readonly unit: unknown;
  readonly millionths: bigint;
}

/** Names a batch and a unit. */
export const placeOf = (batch: unknown, unit: unknown): string => `${String(batch)} ${String(unit)}`;

const PIECE = 'H87';
const ONE = toMillionths('1');
const amount = (value: unknown): bigint => toMillionths(String(value));

const gone = ({ batch, unit, quantity }: Fields): readonly Said[] => [
  { batch, unit, millionths: -amount(quantity) },
];

const oneOf = ({ batch }: Fields, millionths: bigint): readonly Said[] => [
  { batch, unit: PIECE, millionths },
];

/** The unit's record says of which batch it is. */
const unitOf = ({ writes }: Effect): Fields => writes.find(({ type }) => type === 'unit')?.value ?? {};

/** Act → what it says, by hand; an act that is not named moves, splits or renames and changes no amount. */
const SAYS: Readonly<Record<string, (payload: Fields, effect: Effect) => readonly Said[]>> = {
  'Batch.register': ({ batch, unit, made }) =>
    made === null ? [] : [{ batch, unit, millionths: amount(made) }],
  'Batch.transform': ({ batch, unit, quantity, inputs }) => [
    { batch, unit, millionths: amount(quantity) },
    ...(inputs as readonly Fields[]).flatMap(gone),
  ],
  'Stock.receive': (payload) => {
    const { into, unit, quantity } = payload;
    return into === null ? [] : [...gone(payload), { batch: into, unit, millionths: amount(quantity) }];
  },
  'Stock.use': gone,
  'Stock.destroy': gone,
  'Stock.adjust': ({ batch, unit, booked, counted }) => [
    { batch, unit, millionths: amount(counted) - amount(booked) },
  ],
  'Quality.sample': (payload) => (payload['site'] === null ? [] : gone(payload)),
  'Code.dispense': (payload) => oneOf(payload, -ONE),
  'Code.recordDispensed': (payload) => oneOf(payload, -ONE),
  'Code.decommission': (payload) => oneOf(payload, -ONE),
  'Code.reverse': (_, effect) => oneOf(unitOf(effect), ONE),
};

/** Adds an amount. */
export const addTo = (amounts: Amounts, place: string, millionths: bigint): void =>
  void amounts.set(place, (amounts.get(place) ?? 0n) + millionths);

/** A fact in dispute changed no stock. */
const isDisputed = ({ writes }: Effect): boolean =>
  writes.some(({ type, value }) => type === 'disp' && value?.['resolution'] === null);

/** What the command of a transaction says that its stock comes to. */
export const saidBy = (effect: Effect): Amounts => {
  const amounts: Amounts = new Map();
  const say = SAYS[actOf(effect)];
  if (say === undefined || isDisputed(effect)) return amounts;
  for (const { batch, unit, millionths } of say(effect.command?.payload ?? {}, effect))
    addTo(amounts, placeOf(batch, unit), millionths);
  return amounts;
};

/** Millionths as people write them, with a sign. */
export const signed = (millionths: bigint): string =>
  millionths < 0n ? `-${fromMillionths(-millionths)}` : fromMillionths(millionths);
