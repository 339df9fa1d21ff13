import { randomBytes } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';
import { dataHash, headerBytes } from '../../blocks/block-hashes.js';
import type { Signer } from '../msp/signer.js';
import { newSignatureHeader } from '../endorse/new-proposal.js';

const { BlockMetadataIndex } = common;
const NONCE_LENGTH = 24;

/** What a block is made of. */
export interface BlockParts {
  readonly number: number;
  readonly previousHash: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
}

/** A block as the orderer cuts it: signed, not yet validated. */
export async function newBlock(
  { number, previousHash, envelopes }: BlockParts,
  orderer: Signer,
): Promise<common.Block> {
  const header = new common.BlockHeader();
  header.setNumber(number);
  header.setPreviousHash(previousHash);
  header.setDataHash(dataHash(envelopes));
  const data = new common.BlockData();
  data.setDataList([...envelopes]);
  const metadata = new common.BlockMetadata();
  const slots: Uint8Array[] = Object.values(BlockMetadataIndex).map(() => new Uint8Array());
  slots[BlockMetadataIndex.SIGNATURES] = await signHeader(header, orderer);
  metadata.setMetadataList(slots);
  const block = new common.Block();
  block.setHeader(header);
  block.setData(data);
  block.setMetadata(metadata);
  return block;
}

/** What validation adds to a block; neither is covered by the header. */
export interface Verdict {
  /** One validation code a transaction. */
  readonly codes: Uint8Array;
  readonly commitHash: Uint8Array;
}

/** Write the verdict of validation into a block's metadata. */
export function setVerdict(block: common.Block, { codes, commitHash }: Verdict): void {
  const hash = new common.Metadata();
  hash.setValue(commitHash);
  const slots = block.getMetadata()?.getMetadataList_asU8() ?? [];
  slots[BlockMetadataIndex.TRANSACTIONS_FILTER] = codes;
  slots[BlockMetadataIndex.COMMIT_HASH] = hash.serializeBinary();
  block.getMetadata()?.setMetadataList(slots);
}

/** The commit hash of a block, empty where there is none. */
export function commitHashOf(block: common.Block): Uint8Array {
  const slot = block.getMetadata()?.getMetadataList_asU8()[BlockMetadataIndex.COMMIT_HASH];
  return slot === undefined ? new Uint8Array() : common.Metadata.deserializeBinary(slot).getValue_asU8();
}

async function signHeader(header: common.BlockHeader, orderer: Signer): Promise<Uint8Array> {
  const lastConfig = new common.LastConfig();
  lastConfig.setIndex(0);
  const ordererMetadata = new common.OrdererBlockMetadata();
  ordererMetadata.setLastConfig(lastConfig);
  const value = ordererMetadata.serializeBinary();
  const signatureHeader = newSignatureHeader(orderer.serialised, randomBytes(NONCE_LENGTH));
  const signature = new common.MetadataSignature();
  signature.setSignatureHeader(signatureHeader);
  signature.setSignature(await orderer.sign(Buffer.concat([value, signatureHeader, headerBytes(header)])));
  const metadata = new common.Metadata();
  metadata.setValue(value);
  metadata.addSignatures(signature);
  return metadata.serializeBinary();
}
