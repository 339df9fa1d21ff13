/** Histories by hand, for tests of the invariants. */
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { digest } from '../support/payloads.js';
import type { Effect, Fields } from './history.js';
import type { Violation } from './violation.js';

/** What was found, a line each. */
export const textOf = (violations: readonly Violation[]): string =>
  violations.map(({ invariant, what }) => `${invariant} ${what}`).join('\n');

/** A transaction by hand. */
export interface Draft {
  readonly tx: string;
  readonly act: string;
  readonly payload?: Fields;
  readonly by?: readonly string[];
  readonly writes?: Readonly<Record<string, Fields | undefined>>;
}

/** A valid transaction. */
export const effect = ({ tx, act, payload = {}, by = ['maker'], writes = {} }: Draft): Effect => {
  const [contract = '', name = ''] = act.split('.');
  const parties = by.map((enterprise) => ({ role: 'x', enterprise, kid: digest(enterprise) }));
  return {
    txId: tx,
    block: 1,
    command: { contract, act: name, cmd: `cmd ${tx}`, payload, parties } as unknown as NonNullable<
      Effect['command']
    >,
    writes: Object.entries(writes).map(([key, value]) => {
      const split = splitKey(key);
      if (split === undefined) throw new Error(`no key ${key}`);
      return { key, ...split, value };
    }),
  };
};

/** Ten kilogram in quarantine. */
export const parcel = (change: Fields = {}): Fields => ({
  batch: 'B',
  unit: 'KGM',
  quantity: '10',
  owner: 'maker',
  holder: 'maker',
  site: 'S',
  shipment: null,
  status: 'quarantine',
  container: null,
  from: [],
  spentBy: null,
  ...change,
});

/** Two firms. */
export const known = effect({
  tx: 'e',
  act: 'Enterprise.register',
  writes: { 'ent~maker': {}, 'ent~carrier': {} },
});
/** Goods of one of them. */
export const registered = effect({
  tx: 'r',
  act: 'Batch.register',
  payload: { batch: 'B', unit: 'KGM', made: '10' },
  writes: { 'parcel~r~0': parcel() },
});
/** Part of them is accepted. */
export const inspected = (accepted: Fields, rest: Fields = {}): Effect =>
  effect({
    tx: 'i',
    act: 'Stock.inspect',
    writes: {
      'parcel~r~0': parcel({ spentBy: 'cmd i' }),
      'parcel~i~0': parcel({ quantity: '4', from: ['r~0'], ...rest }),
      'parcel~i~1': parcel({ quantity: '6', from: ['r~0'], status: 'acceptable', ...accepted }),
    },
  });
/** All three. */
export const sound = [known, registered, inspected({})];
