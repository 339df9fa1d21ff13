/** Checks the blocks of a folder: bytes, chain, signatures, and every verdict by validating all of it again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify, X509Certificate, type KeyObject } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';
import { dataHash, headerBytes, headerHash } from '../blocks/block-hashes.js';
import type { EmbeddedOptions } from './definition.js';
import { newSigner } from './msp/signer.js';
import { newWorld } from './new-world.js';
import { commitHashOf } from './order/new-block.js';
import { blockKey } from './store/keys.js';
import { Store } from './store/store.js';
import { Committer } from './validate/committer.js';

const { SIGNATURES, TRANSACTIONS_FILTER } = common.BlockMetadataIndex;

/** Something that is wrong with a block. */
export interface BlockProblem {
  readonly block: number;
  readonly problem: string;
}

/** What a ledger's folder holds. */
export interface VerifiedLedger {
  readonly height: number;
  readonly problems: readonly BlockProblem[];
}

/** Bytes of every block of a folder that nobody has open. @throws DataInUseError when somebody has */
export async function readFolder(folder: string): Promise<readonly Uint8Array[]> {
  const store = await Store.open(folder);
  try {
    const blocks: Uint8Array[] = [];
    for (let bytes = store.get(blockKey(0)); bytes !== undefined; bytes = store.get(blockKey(blocks.length)))
      blocks.push(bytes);
    return blocks;
  } finally {
    await store.close();
  }
}

/** Checks a ledger's folder. @throws DataInUseError when somebody has it open */
export async function verifyLedger(options: EmbeddedOptions): Promise<VerifiedLedger> {
  const blocks = await readFolder(options.folder);
  const orderer = new X509Certificate(options.orderer.certificate).publicKey;
  const problems: BlockProblem[] = [];
  const sound: common.Block[] = [];
  for (const [block, bytes] of blocks.entries()) {
    const parsed = parseBlock(bytes);
    const problem =
      parsed === undefined ? 'its bytes are no block' : problemOf(parsed, block, sound.at(-1), orderer);
    if (problem !== undefined) problems.push({ block, problem });
    // What follows an altered block cannot be judged by it.
    if (parsed === undefined || problem !== undefined) return { height: blocks.length, problems };
    sound.push(parsed);
  }
  problems.push(...(await judgeAgain(sound, options)));
  return { height: blocks.length, problems };
}

/** Bytes that say more or otherwise than what is read of them are no block. */
function parseBlock(bytes: Uint8Array): common.Block | undefined {
  try {
    const block = common.Block.deserializeBinary(bytes);
    return Buffer.from(block.serializeBinary()).equals(bytes) ? block : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(
  block: common.Block,
  number: number,
  previous: common.Block | undefined,
  orderer: KeyObject,
): string | undefined {
  const header = block.getHeader();
  if (header === undefined) return 'it has no header';
  const before = previous?.getHeader();
  const previousHash = before === undefined ? new Uint8Array() : headerHash(before);
  if (header.getNumber() !== number) return `it says that it is block ${String(header.getNumber())}`;
  if (!Buffer.from(previousHash).equals(header.getPreviousHash_asU8()))
    return 'it does not follow the one before';
  const hash = dataHash(block.getData()?.getDataList_asU8() ?? []);
  if (!hash.equals(header.getDataHash_asU8())) return 'its transactions are not those of its header';
  return isSigned(block, header, orderer) ? undefined : 'the signature of the orderer is not its own';
}

function isSigned(block: common.Block, header: common.BlockHeader, orderer: KeyObject): boolean {
  try {
    const slot = block.getMetadata()?.getMetadataList_asU8()[SIGNATURES] ?? new Uint8Array();
    const metadata = common.Metadata.deserializeBinary(slot);
    const [signed] = metadata.getSignaturesList();
    if (signed === undefined || !Buffer.from(metadata.serializeBinary()).equals(slot)) return false;
    const message = Buffer.concat([
      metadata.getValue_asU8(),
      signed.getSignatureHeader_asU8(),
      headerBytes(header),
    ]);
    return verify('sha256', message, orderer, signed.getSignature_asU8());
  } catch {
    return false;
  }
}

/** Validates all blocks in an empty store: codes and the chain of commit hashes have to come out as they stand. */
async function judgeAgain(
  blocks: readonly common.Block[],
  options: EmbeddedOptions,
): Promise<readonly BlockProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-verify-'));
  const store = await Store.open(join(folder, 'ledger'));
  const world = newWorld({ ...options, folder, peerThreads: 0, curveThread: false }, store);
  try {
    const committer = new Committer(world, newSigner(options.orderer, world.curve));
    for (const definition of options.chaincodes) world.definitions.set(definition);
    const problems: BlockProblem[] = [];
    for (const [number, block] of blocks.entries()) {
      const { transactions } = await committer.append(block.getData()?.getDataList_asU8() ?? []);
      const again = await store.lastBlock();
      const problem = verdictProblem(block, transactions, again ?? new Uint8Array());
      if (problem !== undefined) problems.push({ block: number, problem });
    }
    return problems;
  } finally {
    await world.peers.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What of a block's verdict is not what validation comes to. */
function verdictProblem(
  block: common.Block,
  transactions: readonly { readonly code: number }[],
  again: Uint8Array,
): string | undefined {
  const flags = block.getMetadata()?.getMetadataList_asU8()[TRANSACTIONS_FILTER] ?? new Uint8Array();
  if (!Buffer.from(transactions.map(({ code }) => code)).equals(flags))
    return 'its validation codes were altered';
  const commitHash = Buffer.from(commitHashOf(common.Block.deserializeBinary(again)));
  return commitHash.equals(commitHashOf(block)) ? undefined : 'its commit hash was altered';
}
