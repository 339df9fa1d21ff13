import { common, peer } from '@hyperledger/fabric-protos';
import { headerHash } from './block-hashes.js';

/** A block's header in its parts. */
export interface HeaderParts {
  readonly number: number;
  readonly previousHash: Uint8Array;
  readonly dataHash: Uint8Array;
}

/** A block as proofs need it. */
export interface BlockParts extends HeaderParts {
  /** Validation codes, a byte a transaction. */
  readonly flags: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
}

/** Take a `common.Block` apart. @throws when the bytes are none */
export function blockParts(bytes: Uint8Array): BlockParts {
  const block = common.Block.deserializeBinary(bytes);
  const header = block.getHeader();
  if (header === undefined) throw new Error('The block has no header');
  const envelopes = block.getData()?.getDataList_asU8() ?? [];
  const codes = block.getMetadata()?.getMetadataList_asU8()[common.BlockMetadataIndex.TRANSACTIONS_FILTER];
  return {
    number: header.getNumber(),
    previousHash: header.getPreviousHash_asU8(),
    dataHash: header.getDataHash_asU8(),
    flags: Uint8Array.from(envelopes, (_, i) => codes?.[i] ?? peer.TxValidationCode.NOT_VALIDATED),
    envelopes,
  };
}

/** Hash of a header of these parts. */
export function hashOfHeader({ number, previousHash, dataHash }: HeaderParts): Buffer {
  const header = new common.BlockHeader();
  header.setNumber(number);
  header.setPreviousHash(previousHash);
  header.setDataHash(dataHash);
  return headerHash(header);
}
