/** What a set of endorsers is good for, read off the codes in the blocks. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Endorsed } from '@yaosu/network/embedded';
import { ALWAYS } from '../support/actor.js';
import { CAST, NAMES, type Name } from '../support/cast.js';
import { hostOfSigner, isMspId, type Stage } from '../support/stage.js';
import { readCodes } from './read-codes.js';
import { sendDeed, type Deed, type Kind } from './kind.js';
import { organisationsOf, SUBSETS } from './subsets.js';

const MVCC = 11;
const POLICY = 10;

/** Another write of the actor's key, which every act reads: what is held now meets MVCC where its endorsers suffice. */
const touchKey = async (stage: Stage, { by }: Deed): Promise<void> => {
  if (isMspId(by)) throw new Error(`nobody writes the key of ${by}'s gateway again`);
  const name: Name = by;
  const { enterprise, functions } = CAST[name];
  const root = NAMES.find((each) => CAST[each].enterprise === enterprise && each.endsWith('Root'));
  if (root === undefined) throw new Error(`${enterprise} has no root`);
  const appointments = functions.map((name) => ({ function: name, ...ALWAYS }));
  const { kid } = stage.actor(name);
  await stage.must(root, ACTS.Enterprise.appoint, {
    enterprise: stage.actor(root).enterprise,
    kid,
    appointments,
  });
};

/** An act endorsed by each of the fifteen sets, held. */
const holdAll = async (stage: Stage, { by, act, payload, sending }: Deed): Promise<readonly Endorsed[]> => {
  const { envelope, picks } = await stage.compose(by, act, payload, sending);
  const held: Endorsed[] = [];
  for (const letters of SUBSETS) {
    const endorsers = organisationsOf(letters);
    held.push(await stage.network.hold(envelope, hostOfSigner(by), { picks, endorsers }));
  }
  return held;
};

const codesOf = async (
  { network }: Stage,
  held: readonly Endorsed[],
  { oneABlock }: Deed,
): Promise<readonly number[]> => {
  if (oneABlock === undefined) return readCodes(network.ledger, held);
  const codes: number[] = [];
  for (const each of held) codes.push(...(await readCodes(network.ledger, [each])));
  return codes;
};

/**
 * The sets of endorsers that suffice for a kind of key. No write of the fifteen lands, so that none changes what the next
 * one meets: those that suffice are found by the conflict that they meet after the check of policies.
 * @throws Error when a code is another one
 */
export const sufficientSets = async (stage: Stage, kind: Kind): Promise<string> => {
  const deed = await kind.prepare(stage);
  const held = await holdAll(stage, deed);
  await (deed.touch?.() ?? touchKey(stage, deed));
  const codes = await codesOf(stage, held, deed);
  const strange = codes.filter((code) => code !== MVCC && code !== POLICY);
  if (strange.length > 0) throw new Error(`codes ${strange.join()} were not expected`);
  return SUBSETS.filter((_, index) => codes[index] === MVCC).join(' ');
};

/** The act itself, with the smallest set that suffices: `VALID`, or the refusal. */
export const sendWithSmallest = async (stage: Stage, kind: Kind): Promise<string> => {
  const [smallest = ''] = kind.suffices.split(' ').sort((a, b) => a.length - b.length);
  return sendDeed(stage, await kind.prepare(stage), { endorsers: organisationsOf(smallest) });
};
