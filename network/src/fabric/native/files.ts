/** Files that are made from the topology alone. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newConfigtx, PROFILE } from '../configtx.js';
import { newProfiles } from '../connection-profile.js';
import { makeCryptoMaterial } from '../crypto-material.js';
import { newOrdererConfig, newPeerConfig } from '../node-config.js';
import { writeJson } from '../write-file.js';
import type { NetworkPlan } from './plan.js';
import { runOrThrow } from './run.js';
import { writeBuilder } from './write-builder.js';

const writeGenesis = async ({ topology, places, batch, commands }: NetworkPlan): Promise<void> => {
  if (existsSync(places.genesis)) return;
  await writeJson(places.configtx, newConfigtx(topology, places, batch));
  const args = ['-profile', PROFILE, '-channelID', topology.channel, '-outputBlock', places.genesis];
  await runOrThrow(commands.configtxgen, args, { FABRIC_CFG_PATH: dirname(places.configtx) });
};

/** Crypto material and the genesis block once, everything else anew. */
export const writeNetworkFiles = async (plan: NetworkPlan): Promise<void> => {
  const { topology, places, definitions } = plan;
  await mkdir(places.root, { recursive: true, mode: 0o700 });
  await makeCryptoMaterial(topology, places);
  await writeGenesis(plan);
  await writeBuilder(places);
  for (const node of topology.peers)
    await writeJson(
      join(places.config(node.name), 'core.yaml'),
      newPeerConfig(node, places, topology.consensus),
    );
  for (const node of topology.orderers)
    await writeJson(
      join(places.config(node.name), 'orderer.yaml'),
      newOrdererConfig(node, places, topology.consensus),
    );
  for (const [name, profile] of Object.entries(newProfiles(topology, places, definitions[0]?.name)))
    await writeJson(places.profile(name), profile);
};
