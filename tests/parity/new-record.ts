import { findCommands, type Consensus, type NetworkPlan } from '@yaosu/network/native';
import type { Json } from './json.js';
import { probeHash, scriptHash, type ParityRecord } from './record.js';
import { ROWS } from './rows/index.js';

/** The record of a run on the network of a plan. */
export const newRecord = async (
  { topology, definitions }: NetworkPlan,
  release: string,
  observed: ReadonlyMap<number, readonly Json[]>,
): Promise<ParityRecord> => ({
  v: 1,
  madeAt: new Date().toISOString(),
  fabric: { release, commands: await commandVersions(topology.consensus) },
  topology: {
    consensus: topology.consensus,
    peers: topology.peers.map(({ mspId }) => mspId),
    orderers: topology.orderers.map(({ mspId }) => mspId),
    policies: Object.fromEntries(definitions.map(({ name, policy }) => [name, policy as Json])),
  },
  probe: await probeHash(),
  rows: ROWS.flatMap((row) => {
    const seen = observed.get(row.id);
    return seen === undefined
      ? []
      : [{ id: row.id, title: row.title, script: scriptHash(row), observed: seen }];
  }),
});

const commandVersions = async (consensus: Consensus): Promise<Readonly<Record<string, string>>> => {
  const found = await findCommands(process.env, consensus);
  return Object.fromEntries(
    found.flatMap(({ name, version }) => (version === undefined ? [] : [[name, version]])),
  );
};
