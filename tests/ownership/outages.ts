/** Organisations that are down, and whose goods move all the same. The first peer of the profile, M's, is asked for blocks. */
import { FabricTestLedger } from '../support/fabric-test-ledger.js';
import { bringDown, bringUp, type NetworkPlan } from '@yaosu/network/native';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Stage } from '../support/stage.js';
import { sendDeed } from './kind.js';
import { KINDS } from './kinds.js';
import { organisationsOf } from './subsets.js';

/** One outage: letters of who is down, letters of who endorses, beginning of the titles of the kinds that still move. */
export const OUTAGES: readonly (readonly [down: string, here: string, kinds: string])[] = [
  ['C', 'MLR', 'batch~ of M'],
  ['C', 'MLR', 'ship~ and parcel~ of M, handed'],
  ['L', 'MCR', 'batch~ of C'],
  ['R', 'MCL', 'batch~ of M'],
  ['R', 'MCL', 'batch~ of C'],
  ['CL', 'MR', 'batch~ of M'],
  ['CL', 'MR', 'doc~ of M'],
  ['CL', 'MR', 'parcel~ of M'],
  ['CL', 'MR', 'drum~ of M'],
];

/** Takes peers down, sends an act of the kind, everything before it included, and brings the peers up again. */
export const moveDuring = async (
  plan: NetworkPlan,
  stage: Stage,
  [down, here, title]: (typeof OUTAGES)[number],
): Promise<string> => {
  const kind = KINDS.find((each) => each.title.startsWith(title));
  if (kind === undefined) throw new Error(`no kind ${title}`);
  const isDown = ({ mspId }: { readonly mspId: string }): boolean =>
    organisationsOf(down).some((one) => one === mspId);
  const { topology, places } = plan;
  const peers = topology.peers.filter(isDown).map((peer) => ({ ...peer, servers: [] }));
  await bringDown({ ...topology, orderers: [], peers }, places);
  reach(stage, organisationsOf(here));
  try {
    return await sendDeed(stage, await kind.prepare(stage));
  } finally {
    reach(stage, organisationsOf('MCLR'));
    await bringUp(plan);
  }
};

const reach = ({ network }: Stage, organisations: readonly MspId[]): void => {
  network.endorsers = organisations;
  if (network.ledger instanceof FabricTestLedger) network.ledger.reaches(organisations);
};
