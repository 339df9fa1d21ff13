import { join } from 'node:path';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { Anchors, type AnchorChain } from '../anchor/anchors.js';
import { openEthersChain } from '../anchor/ethers-chain.js';
import type { Closing } from '../closing.js';
import { ConfigError } from '../config.js';
import { readPrivateFile } from '../data/private-file.js';
import type { KeyStore } from '../demo/key-store.js';
import type { Neighbours } from '../neighbours/neighbours.js';
import { newRemoteWitness } from '../neighbours/remote-witness.js';
import { genesisOf, hostKeyOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { BlockLog } from './block-log.js';
import { Checkpoints } from './checkpoints.js';
import { Witness } from './witness.js';

/** What checkpoints are opened with. */
type Opened = Pick<Services, 'access' | 'config' | 'db' | 'log' | 'ports' | 'projection'> & {
  readonly hosts: KeyStore;
  readonly neighbours: Neighbours;
};

const RPC_TIMEOUT_MS = 60_000;

const openChain = async ({ anchor }: Services['config']): Promise<AnchorChain | undefined> => {
  if (anchor === undefined) return undefined;
  const { keyFile, ...where } = anchor;
  const key = await readPrivateFile(keyFile);
  if (key === undefined)
    throw new ConfigError(`configuration:\n  YAOSU_ANCHOR_KEY_FILE: there is no ${keyFile}`);
  return openEthersChain({ ...where, key: key.trim(), timeoutMs: RPC_TIMEOUT_MS });
};

/** The log of blocks, and checkpoints signed by the organisations that this process serves. */
export const openCheckpoints = async (
  { access, config, db, log: logger, ports, projection, hosts, neighbours }: Opened,
  closing: Closing,
): Promise<Pick<Services, 'anchors' | 'blockLog' | 'checkpoints'>> => {
  const blockLog = await BlockLog.follow(db, projection);
  const folder = join(config.data, 'checkpoints');
  const served = MSP_IDS.filter((mspId) => access.identities[mspId] !== undefined);
  const witnesses = await Promise.all(
    served.map(async (mspId) =>
      Witness.open(folder, { mspId, key: await hosts.key(mspId) }, { log: blockLog, clock: ports.clock }),
    ),
  );
  const [own] = served;
  const remote = neighbours.organisations.filter((each) => !served.includes(each));
  const asking = { neighbours, hostKeyOf: (mspId: MspId) => hostKeyOf(db, mspId) };
  const key = own === undefined ? undefined : await hosts.key(own);
  const checkpoints = await Checkpoints.open({
    folder,
    log: blockLog,
    ports,
    logger,
    ledgerId: async () => (await genesisOf(db))?.ledgerId,
    witnesses,
    remote: key === undefined ? [] : remote.map((mspId) => newRemoteWitness(mspId, { ...asking, key })),
  });
  closing.add(() => checkpoints.close());
  const [host] = witnesses;
  const chain = await openChain(config);
  const anchors = await Anchors.open({ folder, chain, host, ports, logger });
  closing.add(() => anchors.close());
  checkpoints.listen((made) => anchors.want(made));
  if (checkpoints.latest !== undefined) anchors.want(checkpoints.latest);
  return { blockLog, checkpoints, anchors };
};

/** Figures of checkpoints and anchors, for `/metrics`. */
export const checkpointGauges = (
  opened: () => Pick<Services, 'anchors' | 'checkpoints'>,
): Record<'checkpointed' | 'anchored' | 'anchorFailing', () => number> => ({
  checkpointed: () => opened().checkpoints.latest?.checkpoint.size ?? 0,
  anchored: () => opened().anchors.latest?.statement.size ?? 0,
  anchorFailing: () => (opened().anchors.failure === undefined ? 0 : 1),
});
