/** The checkpoint: whose ledger it is of, who signed it, and whether the blocks lie under its root. */
import { blockLeaf } from '@yaosu/network/log/block-leaf';
import { isConsistent, rootOfCover } from '@yaosu/network/log/check-proofs';
import { hashOfHex, type Hash } from '@yaosu/network/log/tree-hash';
import { hashOfHeader } from '@yaosu/network/block-parts';
import { createHash } from 'node:crypto';
import type { Trust } from '../../api/checkpoint-schemas.js';
import type { Bundle, ProvenBlock } from '../../api/proof-schemas.js';
import { isSignedByHost } from '../../checkpoints/sign-checkpoint.js';
import { checked, type Check } from './checks.js';

const fromHex = (text: string): Buffer => Buffer.from(text, 'hex');
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Whether it is the ledger that the verifier trusts. */
export const checkLedger = ({ checkpoint }: Bundle, trust: Trust): Check => {
  const problems = [
    ...(checkpoint.ledgerId === trust.ledgerId
      ? []
      : [`it is of the ledger ${checkpoint.ledgerId}, not of ${trust.ledgerId}`]),
    ...(checkpoint.firstBlock === trust.firstBlock
      ? []
      : [`its first block is ${checkpoint.firstBlock}: another chain, or a fork from the beginning`]),
  ];
  return checked('ledger', problems, `${checkpoint.ledgerId}, assurance: ${checkpoint.assurance}`);
};

/** Whether enough of the organisations that the verifier trusts have signed, and all that are said to. */
export const checkCosignatures = ({ checkpoint, cosignatures }: Bundle, trust: Trust): Check => {
  const problems = cosignatures.flatMap(({ mspId, signature }) => {
    const hostKey = trust.organisations.find((each) => each.mspId === mspId)?.hostKey;
    if (hostKey === undefined) return [`${mspId} is none of the organisations that are trusted`];
    return isSignedByHost(checkpoint, signature, hostKey) ? [] : [`${mspId} has not signed this checkpoint`];
  });
  const signed = cosignatures.map(({ mspId }) => mspId);
  if (signed.join() !== checkpoint.cosigners.join())
    problems.push(
      `it says that ${checkpoint.cosigners.join(', ')} signed, and shows ${signed.join(', ')}: a cosignature is missing`,
    );
  const signers = new Set(cosignatures.map(({ mspId }) => mspId));
  if (signers.size < trust.quorum)
    problems.push(`signed by ${String(signers.size)} organisations, ${String(trust.quorum)} are needed`);
  const found = `${String(checkpoint.size)} blocks, ${checkpoint.at}, signed by ${[...signers].join(', ')}`;
  return checked('cosignatures', problems, found);
};

/** Root over a block's envelopes, those that are shown and the nodes of the others. */
const contentsRoot = ({ flags, transactions, others }: ProvenBlock): Hash | undefined =>
  rootOfCover(
    transactions.map(({ index, envelope }) => ({ index, data: sha256(Buffer.from(envelope, 'base64')) })),
    flags.length / 2,
    others.map(hashOfHex),
  );

const leafOf = (block: ProvenBlock): Uint8Array | undefined => {
  const { number, previousHash, dataHash, flags } = block;
  const headerHash = hashOfHeader({
    number,
    previousHash: fromHex(previousHash),
    dataHash: fromHex(dataHash),
  });
  const contents = contentsRoot(block);
  return contents === undefined ? undefined : blockLeaf({ headerHash, flags: fromHex(flags), contents });
};

/** A block of one transaction is shown whole, so that its data hash can be checked as well. */
const dataProblems = ({ number, dataHash, flags, transactions: [only] }: ProvenBlock): readonly string[] => {
  if (flags.length !== 2 || only === undefined) return [];
  const isRight = sha256(Buffer.from(only.envelope, 'base64')).equals(fromHex(dataHash));
  return isRight ? [] : [`the data hash of block ${String(number)} is not that of its transaction`];
};

/** Whether headers, flags and envelopes are those under the signed root. */
export const checkLog = ({ blocks, nodes, checkpoint }: Bundle): Check => {
  const problems = blocks.flatMap(dataProblems);
  const leaves = blocks.flatMap((block) => {
    const data = leafOf(block);
    return data === undefined ? [] : [{ index: block.number, data }];
  });
  if (leaves.length < blocks.length)
    problems.push('a block does not hold the envelopes that are shown of it');
  const root = rootOfCover(leaves, checkpoint.size, nodes.map(hashOfHex));
  if (root !== hashOfHex(checkpoint.root))
    problems.push('the blocks lead to another root than the signed one: altered, or of a fork');
  return checked('log', problems, `${String(blocks.length)} blocks lie under the signed root`);
};

const isTrustedContract = (trust: Trust, chainId: number, contract: string): boolean =>
  trust.anchors.some((each) => each.chainId === chainId && each.contract === contract);

/** Whether a public chain that the verifier trusts holds a head that the checkpoint follows from. */
export const checkAnchor = ({ anchor, checkpoint, blocks }: Bundle, trust: Trust): Check => {
  if (anchor === null)
    return checked(
      'anchor',
      trust.anchors.length === 0 ? [] : ['it is not anchored, and an anchor is asked for'],
      'not anchored',
    );
  const { statement, statedBy, signature, consistency } = anchor;
  const { chainId, contract, size, root, transaction, block } = statement;
  const hostKey = trust.organisations.find(({ mspId }) => mspId === statedBy)?.hostKey ?? '';
  const problems: string[] = [];
  if (!isTrustedContract(trust, chainId, contract))
    problems.push(`foreign anchor: ${contract} on chain ${String(chainId)} is none that is trusted`);
  if (statement.ledgerId !== checkpoint.ledgerId)
    problems.push(`foreign anchor: of ledger ${statement.ledgerId}`);
  if (!isSignedByHost(statement, signature, hostKey)) problems.push(`${statedBy} has not stated this anchor`);
  const [older, newer] = [
    { size, root: hashOfHex(root) },
    { size: checkpoint.size, root: hashOfHex(checkpoint.root) },
  ];
  if (!isConsistent(older, newer, consistency.map(hashOfHex)))
    problems.push('fork: the checkpoint does not follow from what is anchored');
  if (blocks.some(({ number }) => number >= size))
    problems.push('the anchor does not reach these blocks yet');
  const where = `chain ${String(chainId)}, block ${String(block)}, transaction ${transaction}`;
  return checked('anchor', problems, `${where}, stated by ${statedBy}: look it up there`);
};
