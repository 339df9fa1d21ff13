/** A ledger's transactions run once more, each on the state that it was endorsed on. */
import { common, peer } from '@hyperledger/fabric-protos';
import { mspIdOf, openEnvelope, type OpenEnvelope } from '../blocks/open-envelope.js';
import { openTransaction } from '../blocks/open-transaction.js';
import type { EmbeddedOptions } from './definition.js';
import { repeatProposal } from './endorse/repeat-proposal.js';
import { newSigner } from './msp/signer.js';
import { newWorld } from './new-world.js';
import { Store } from './store/store.js';
import { Committer } from './validate/committer.js';
import type { World } from './world.js';

const { VALID } = peer.TxValidationCode;
const FLAGS = common.BlockMetadataIndex.TRANSACTIONS_FILTER;

/** Transient data by transaction id. */
export type Transients = (txId: string) => Readonly<Record<string, Uint8Array>>;

/** How to replay. */
export interface ReplayOptions extends EmbeddedOptions {
  /** Bytes of every block, from 0 on. */
  readonly blocks: readonly Uint8Array[];
  readonly transients: Transients;
  /** Organisations on whose peers every transaction runs again. */
  readonly endorsers: readonly string[];
}

/** A transaction that ran again on one organisation's peer. */
export interface Replayed {
  readonly txId: string;
  /** `contract:act` */
  readonly fn: string;
  readonly mspId: string;
  /** Whether write set, response and event came out as they stand in the block, to the byte. */
  readonly isSame: boolean;
}

/**
 * Runs every valid transaction of these chaincodes again and appends the blocks one by one to an empty store.
 * @throws when a block gets another verdict than it had
 */
export async function replayLedger(options: ReplayOptions): Promise<readonly Replayed[]> {
  const store = await Store.open(options.folder);
  try {
    return await replay(
      newWorld({ ...options, peerThreads: 0, countersign: false, curveThread: false }, store),
      options,
    );
  } finally {
    await store.close();
  }
}

async function replay(world: World, options: ReplayOptions): Promise<readonly Replayed[]> {
  const committer = new Committer(world, newSigner(options.orderer, world.curve));
  for (const definition of options.chaincodes) {
    world.definitions.set(definition);
    world.peers.install(definition);
  }
  const replayed: Replayed[] = [];
  for (const bytes of options.blocks) {
    const { envelopes, codes } = openBlock(bytes);
    for (const [i, envelope] of envelopes.entries())
      if (codes[i] === VALID) replayed.push(...(await runAgain(world, options, openEnvelope(envelope))));
    const { transactions, number } = await committer.append(envelopes);
    if (transactions.some(({ code }, i) => code !== codes[i]))
      throw new Error(`block ${String(number)} is judged otherwise than it was`);
  }
  return replayed;
}

function openBlock(bytes: Uint8Array): { envelopes: readonly Uint8Array[]; codes: Uint8Array } {
  const block = common.Block.deserializeBinary(bytes);
  const codes = block.getMetadata()?.getMetadataList_asU8()[FLAGS] ?? new Uint8Array();
  return { envelopes: block.getData()?.getDataList_asU8() ?? [], codes };
}

async function runAgain(
  world: World,
  { chaincodes, transients, endorsers }: ReplayOptions,
  envelope: OpenEnvelope,
): Promise<readonly Replayed[]> {
  if (envelope.channelHeader.getType() !== common.HeaderType.ENDORSER_TRANSACTION) return [];
  const transaction = openTransaction(envelope.data);
  if (!chaincodes.some(({ name }) => name === transaction.chaincode)) return [];
  const txId = envelope.channelHeader.getTxId();
  const proposal = repeatProposal(envelope, transaction, transients(txId));
  const fn = Buffer.from(transaction.args[0] ?? []).toString('utf8');
  const creatorMsp = mspIdOf(envelope.creator);
  const view = world.store.view();
  try {
    const answers = await world.peers.endorse(endorsers, proposal, { creatorMsp, view });
    return answers.map(({ mspId, endorsed }) => {
      const bytes = endorsed?.responsePayload;
      const isSame = bytes !== undefined && Buffer.compare(bytes, transaction.responsePayload) === 0;
      return { txId, fn, mspId, isSame };
    });
  } finally {
    view.release();
  }
}
