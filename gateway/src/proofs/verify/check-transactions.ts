/** Transactions: valid, endorsed, with a command that its parties signed, and the records in their write sets. */
import { keyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { envelope, type Command, type CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson, parseCanonical } from '@yaosu/chaincode/signing/canonical-json';
import { commandId, kidOf, signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { nodeVerifyPrimitive } from '@yaosu/chaincode/signing/node-verify';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import { nameOf, type EnvelopeJudge, type JudgedEnvelope } from '@yaosu/network/proof/judge-envelope';
import type { Trust } from '../../api/checkpoint-schemas.js';
import type { Bundle, ProvenRecord } from '../../api/proof-schemas.js';
import { checked, type Check } from './checks.js';

const HEX_BYTE = 2;
const MIN_ENDORSERS = 2;

/** A transaction of the bundle and what its envelope says. */
interface Judged {
  readonly place: string;
  readonly flag: number;
  readonly judged: JudgedEnvelope | { readonly wrong: string };
}

const placeOf = (block: number, index: number): string => `${String(block)}.${String(index)}`;

/** Judges every envelope once. */
export const judgeAll = async (bundle: Bundle, judge: EnvelopeJudge): Promise<readonly Judged[]> => {
  const all: Judged[] = [];
  for (const { number, flags, transactions } of bundle.blocks) {
    for (const { index, envelope: bytes } of transactions) {
      all.push({
        place: placeOf(number, index),
        flag: Number.parseInt(flags.slice(index * HEX_BYTE, (index + 1) * HEX_BYTE), 16),
        judged: await judge.judge(Buffer.from(bytes, 'base64')),
      });
    }
  }
  return all;
};

/** Whether every transaction is well-formed, its creator's own, and VALID on the ledger. */
export const checkValidity = (all: readonly Judged[]): Check => {
  const problems = all.flatMap(({ place, flag, judged }) => [
    ...(flag === 0 ? [] : [`transaction ${place} is INVALID on the ledger: ${nameOf(flag)}`]),
    ...('wrong' in judged ? [`transaction ${place}: ${judged.wrong}`] : []),
  ]);
  return checked('validity', problems, `${String(all.length)} transactions are VALID`);
};

/**
 * Whether peers of the trusted organisations endorsed every transaction. Goods have policies of their own, which always ask
 * for two organisations; which two is what VALID says, and the checkpoint's signers say that.
 */
export const checkEndorsements = (all: readonly Judged[]): Check => {
  const problems = all.flatMap(({ place, judged }) => {
    if ('wrong' in judged) return [];
    return judged.satisfiesNetwork || judged.endorsers.length >= MIN_ENDORSERS
      ? []
      : [
          `transaction ${place} is endorsed by ${judged.endorsers.join(', ') || 'nobody who is trusted'} alone`,
        ];
  });
  const endorsers = [...new Set(all.flatMap(({ judged }) => ('wrong' in judged ? [] : judged.endorsers)))];
  return checked('endorsements', problems, `by peers of ${endorsers.sort().join(', ')}`);
};

const parseArgument = (
  text: string | undefined,
): { readonly command: Command; readonly signatures: readonly CommandSignature[] } | undefined => {
  const parsed = envelope.safeParse(parseCanonical(text ?? ''));
  return parsed.success ? parsed.data : undefined;
};

/** A party's key is what the ledger has under its id, which is its hash; who shows another shows none. */
const signatureProblem = async (
  command: Command,
  at: number,
  {
    signatures,
    keys,
  }: { readonly signatures: readonly CommandSignature[]; readonly keys: ReadonlyMap<string, ProvenRecord> },
): Promise<string | undefined> => {
  const party = command.parties[at];
  const signature = signatures[at];
  if (party === undefined || signature === undefined) return 'a signature is missing';
  const key = keyRecord.safeParse(keys.get(`key~${party.kid}`)?.value);
  if (!key.success) return `the key ${party.kid} is not shown`;
  if (kidOf(fromBase64url(key.data.publicKey)) !== party.kid || key.data.kid !== party.kid)
    return `the key ${party.kid} is another one`;
  if (key.data.enterprise !== party.enterprise) return `the key ${party.kid} is not of ${party.enterprise}`;
  const signed = { cmd: commandId(command), bytes: signedBytes(command) };
  const isRight = await isSignedBy(signed, signature, key.data, nodeVerifyPrimitive);
  return isRight ? undefined : `the signature of ${party.enterprise} (${party.role}) is bad`;
};

const commandProblems = async (
  { fn, args }: JudgedEnvelope,
  trust: Trust,
  keys: ReadonlyMap<string, ProvenRecord>,
): Promise<readonly string[]> => {
  const argument = parseArgument(args[0]);
  if (argument === undefined) return ['carries no signed command'];
  const { command, signatures } = argument;
  const problems: (string | undefined)[] = [];
  if (commandId(command) !== command.cmd) problems.push('the id of its command is wrong');
  if (command.ledgerId !== trust.ledgerId) problems.push('its command is of another ledger');
  if (fn !== `${command.contract}:${command.act}`)
    problems.push(`its command is ${command.contract}.${command.act}, and it called ${fn}`);
  if (signatures.length !== command.parties.length) problems.push('not every party has signed');
  for (const at of command.parties.keys())
    problems.push(await signatureProblem(command, at, { signatures, keys }));
  return problems.filter((problem) => problem !== undefined);
};

/** Whether every command of a shown record is that of its parties' signatures, by keys as the ledger has them. */
export const checkCommands = async (bundle: Bundle, all: readonly Judged[], trust: Trust): Promise<Check> => {
  const keys = new Map(bundle.keys.map((record) => [record.key, record]));
  const shown = new Set(bundle.records.map(({ block, index }) => placeOf(block, index)));
  const problems: string[] = [];
  let signatures = 0;
  for (const { place, judged } of all) {
    if ('wrong' in judged || !shown.has(place)) continue;
    for (const problem of await commandProblems(judged, trust, keys))
      problems.push(`transaction ${place}: ${problem}`);
    signatures += parseArgument(judged.args[0])?.signatures.length ?? 0;
  }
  return checked('commands', problems, `${String(signatures)} signatures by keys on the ledger`);
};

const SEPARATOR = '\u0000';

/** A record's key as it stands in write sets. */
const compositeKey = (key: string): string | undefined => {
  const split = splitKey(key);
  return split && `${SEPARATOR}${[split.type, ...split.parts].join(SEPARATOR)}${SEPARATOR}`;
};

const isWritten = ({ key, value }: ProvenRecord, { writes }: JudgedEnvelope): boolean => {
  const composite = compositeKey(key);
  const written = writes.find((write) => write.key === composite)?.value;
  return written !== undefined && Buffer.from(canonicalJson(value)).equals(Buffer.from(written));
};

/** Whether every record is byte for byte in the write set of its transaction. */
export const checkRecords = ({ records, keys }: Bundle, all: readonly Judged[]): Check => {
  const byPlace = new Map(all.map((each) => [each.place, each.judged]));
  const problems = [...records, ...keys].flatMap((record) => {
    const place = placeOf(record.block, record.index);
    const judged = byPlace.get(place);
    if (judged === undefined) return [`the transaction ${place} of ${record.key} is not in the bundle`];
    return !('wrong' in judged) && isWritten(record, judged)
      ? []
      : [`${record.key} is not in the write set of transaction ${place}`];
  });
  const found = records.length === 1 ? (records[0]?.key ?? '') : `${String(records.length)} records`;
  return checked('records', problems, `${found} in the write sets of their transactions`);
};

/** Whether everything in the bundle is there for something: what proves nothing may hide something. */
export const checkOrder = ({ records, keys, blocks }: Bundle, all: readonly Judged[]): Check => {
  const needed = new Set([...records, ...keys].map(({ block, index }) => placeOf(block, index)));
  const shown = new Set(records.map(({ block, index }) => placeOf(block, index)));
  const kids = new Set(
    all.flatMap(({ place, judged }) => {
      if ('wrong' in judged || !shown.has(place)) return [];
      return parseArgument(judged.args[0])?.command.parties.map(({ kid }) => `key~${kid}`) ?? [];
    }),
  );
  const problems = [
    ...all
      .filter(({ place }) => !needed.has(place))
      .map(({ place }) => `transaction ${place} proves nothing`),
    ...keys.filter(({ key }) => !kids.has(key)).map(({ key }) => `nobody has signed with ${key}`),
  ];
  return checked('order', problems, `${String(blocks.length)} blocks, each for a record or a key`);
};
