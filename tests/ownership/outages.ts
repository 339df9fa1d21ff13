/** Organisations that are down, and whose goods move all the same. */
import { FabricTestLedger } from '../support/fabric-test-ledger.js';
import { bringDown, bringUp, type NetworkPlan } from '@yaosu/network/native';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Stage } from '../support/stage.js';
import { sendDeed } from './kind.js';
import { KINDS } from './kinds.js';
import { organisationsOf } from './subsets.js';

/** One outage. */
export interface Outage {
  /** Letters of who is down, and of who endorses. */
  readonly down: string;
  readonly here: string;
  /** Beginning of the title of a kind that still moves. */
  readonly kind: string;
  /** What comes before the act is done before the outage: it needs somebody who is down. */
  readonly isPrepared?: true;
}

/** Each organisation alone, and every two but the Regulator. */
export const OUTAGES: readonly Outage[] = [
  { down: 'M', here: 'CLR', kind: 'batch~ of C' },
  { down: 'M', here: 'CLR', kind: 'ship~ of M, by a carrier', isPrepared: true },
  { down: 'C', here: 'MLR', kind: 'batch~ of M' },
  { down: 'C', here: 'MLR', kind: 'ship~ and parcel~ of M, handed' },
  { down: 'L', here: 'MCR', kind: 'batch~ of C' },
  { down: 'R', here: 'MCL', kind: 'batch~ of M' },
  { down: 'R', here: 'MCL', kind: 'batch~ of C' },
  { down: 'MC', here: 'LR', kind: 'ship~ of M, by a carrier', isPrepared: true },
  { down: 'MC', here: 'LR', kind: 'man~ of M, between drivers', isPrepared: true },
  { down: 'ML', here: 'CR', kind: 'batch~ of C' },
  { down: 'CL', here: 'MR', kind: 'batch~ of M' },
  { down: 'CL', here: 'MR', kind: 'doc~ of M' },
  { down: 'CL', here: 'MR', kind: 'parcel~ of M' },
  { down: 'CL', here: 'MR', kind: 'drum~ of M' },
];

/** Takes peers down, sends an act of the kind, everything before it included, and brings the peers up again. */
export const moveDuring = async (plan: NetworkPlan, stage: Stage, outage: Outage): Promise<string> => {
  const kind = KINDS.find((each) => each.title.startsWith(outage.kind));
  if (kind === undefined) throw new Error(`no kind ${outage.kind}`);
  const prepared = outage.isPrepared === true ? await kind.prepare(stage) : undefined;
  const isDown = ({ mspId }: { readonly mspId: string }): boolean =>
    organisationsOf(outage.down).some((one) => one === mspId);
  const { topology, places } = plan;
  const peers = topology.peers.filter(isDown).map((peer) => ({ ...peer, servers: [] }));
  await bringDown({ ...topology, orderers: [], peers }, places);
  reach(stage, organisationsOf(outage.here));
  try {
    return await sendDeed(stage, prepared ?? (await kind.prepare(stage)));
  } finally {
    reach(stage, organisationsOf('MCLR'));
    await bringUp(plan);
  }
};

const reach = ({ network }: Stage, organisations: readonly MspId[]): void => {
  network.endorsers = organisations;
  if (network.ledger instanceof FabricTestLedger) network.ledger.reaches(organisations);
};
