/** Stub calls and endorsers as the generator draws them: few keys and values, so that transactions meet. */
import fc from 'fast-check';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Op } from '../json.js';
import { C, L, M, R, type CallOptions, type ChaincodeName } from '../row.js';

/** Keys of a script. */
export const KEYS = ['~a', '~b', '~c', '~d'] as const;
/** Collections of the chaincode `private` that a script uses. */
export const COLLECTIONS = ['duo', 'duoOwn', 'open', 'brief'] as const;
/** Chaincodes that a script may call from its own. */
export const CALLED = ['callee', 'weak'] as const;

const key = fc.constantFrom(...KEYS);
/** The empty value deletes. */
const value = fc.constantFrom('1', '2', '3', '');
const span = fc.constantFrom(['~a', '~c'], ['~b', '~e'], ['~a', '~e']);
const organisations = fc.subarray([M, C, L, R], { minLength: 1, maxLength: 3 });
const collection = fc.constantFrom(...COLLECTIONS);

const keyOp = (name: string): fc.Arbitrary<Op> => key.map((one): Op => [name, one]);

const stateOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: keyOp('get') },
  { weight: 5, arbitrary: fc.tuple(fc.constant('put'), key, value) },
  { weight: 2, arbitrary: keyOp('del') },
  { weight: 4, arbitrary: span.map(([from = '', to = '']): Op => ['range', from, to]) },
  { weight: 1, arbitrary: span.map(([from = '', to = '']): Op => ['range', from, to, 1]) },
  { weight: 1, arbitrary: span.map(([from = '', to = '']): Op => ['page', from, to, 2, '']) },
  { weight: 1, arbitrary: keyOp('history') },
  { weight: 1, arbitrary: value.map((one): Op => ['event', '~e', one]) },
);

const policyOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(fc.constant('setPolicy'), key, fc.constant('PEER'), organisations) },
  { weight: 1, arbitrary: keyOp('getPolicy') },
);

const compositeOp: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(
    fc.constant('putComposite'),
    fc.constant('~t'),
    fc.tuple(fc.constantFrom('B1', 'B10'), fc.constantFrom('x', 'y')),
    value,
  ),
  fc.constant<Op>(['composite', '~t', ['B1']]),
);

const invokeOp: fc.Arbitrary<Op> = fc
  .tuple(fc.constantFrom(...CALLED), fc.array(stateOp, { minLength: 1, maxLength: 2 }))
  .map(([chaincode, ops]): Op => ['invoke', chaincode, ops, '']);

const privateOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('privateGet', 'privateHash'), collection, key) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('privatePut'), collection, key, value) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('privateDel', 'privatePurge'), collection, key) },
  { weight: 1, arbitrary: collection.map((one): Op => ['privateRange', one, '~a', '~e']) },
);

const publicOp = fc.oneof(
  { weight: 12, arbitrary: stateOp },
  { weight: 2, arbitrary: policyOp },
  { weight: 1, arbitrary: compositeOp },
);

const listOf = (op: fc.Arbitrary<Op>): fc.Arbitrary<readonly Op[]> =>
  fc.array(op, { minLength: 1, maxLength: 4 });

/** Chaincodes whose scripts are drawn, and what their transactions do. */
export const OPS: ReadonlyMap<ChaincodeName, fc.Arbitrary<readonly Op[]>> = new Map([
  ['probe', listOf(fc.oneof({ weight: 8, arbitrary: publicOp }, { weight: 1, arbitrary: invokeOp }))],
  ['pair', listOf(publicOp)],
  ['weak', listOf(publicOp)],
  ['private', listOf(fc.oneof({ weight: 2, arbitrary: publicOp }, { weight: 3, arbitrary: privateOp }))],
]);

type Endorsers = readonly MspId[] | 'planned';

/** Sets that meet the policies of chaincodes, and sets that do not. A member of the collections is always among them. */
const named = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Endorsers>([M, C, L]) },
  { weight: 3, arbitrary: fc.constant<Endorsers>([C, M, R]) },
  { weight: 2, arbitrary: fc.constantFrom<Endorsers>([M, C, L, R], [M, R], [C, L], [M, C], [M], [C]) },
);

/**
 * Whom a planner picks among sets that do is chance on Fabric. What is held may meet a policy that has changed, so its
 * endorsers are named.
 */
const ENDORSERS = {
  held: named,
  sent: fc.oneof(
    { weight: 3, arbitrary: named },
    { weight: 2, arbitrary: fc.constant<Endorsers>('planned') },
  ),
};

/** How a transaction is sent. */
export const optionsOn = (on: ChaincodeName, how: keyof typeof ENDORSERS): fc.Arbitrary<CallOptions> =>
  fc.record({
    on: fc.constant(on),
    by: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<MspId>(M, C) },
      { weight: 1, arbitrary: fc.constant<MspId>(L) },
    ),
    endorsers: ENDORSERS[how],
  });
