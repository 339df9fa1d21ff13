/** Second codes of objects: registered, withdrawn. */
import type { AliasPayload, WithdrawAliasPayload } from '../../model/code/alias-acts.js';
import { secondCodeOf, type Gs1Key, type SecondCode } from '../../rules/code/second-code.js';
import { MAX_SECOND_CODES } from '../../model/code/states.js';
import type { AliasRecord } from '../../model/code/schemas.js';
import { prefixesOfKey } from '../../model/enterprise/company-prefix.js';
import { companyPrefixRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf, type KeyType } from '../../model/kernel/keys.js';
import { sha256Hex } from '../../signing/bytes.js';
import { assertOwn, signedByOf, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { loadObject } from './containers.js';
import { requireProved } from './proved-unit.js';
import { isOfPair, namesOf, registeredAlias } from './second-names.js';

type Alias = ActTransaction<AliasPayload>;

/** Records by the hash of a code that means something by itself. */
const OBJECTS: readonly KeyType[] = ['obj', 'unit', 'drum'];

/** A code that means something by itself, stands for something or has others that stand for it is no second code. @throws CODE_EXISTS */
const assertFree = async (tx: Alias): Promise<void> => {
  const { alias: second, code } = tx.payload;
  if (second === code || (await isOfPair(tx, second))) throw new YaosuError('CODE_EXISTS');
  for (const type of OBJECTS) if (await tx.state.has(type, second)) throw new YaosuError('CODE_EXISTS');
};

/**
 * The second code as it is read, which the peers are shown and the ledger is not.
 * @throws CODE_TEXT_MISSING, CODE_TEXT_WRONG, CODE_ALIAS_UNFIT
 */
const readSecond = (tx: Alias): SecondCode => {
  const bytes = tx.carried('code');
  if (bytes === undefined) throw new YaosuError('CODE_TEXT_MISSING');
  if (sha256Hex(bytes) !== tx.payload.alias) throw new YaosuError('CODE_TEXT_WRONG');
  const second = secondCodeOf(Buffer.from(bytes).toString('utf8'));
  if (second === undefined) throw new YaosuError('CODE_ALIAS_UNFIT');
  return second;
};

/** Whose a GS1 key is; undefined when its company prefix is nobody's on the ledger. */
const ownerOfKey = async ({ state }: Alias, [ai, value]: Gs1Key): Promise<string | undefined> => {
  for (const prefix of prefixesOfKey(ai, value)) {
    const found = await state.get(companyPrefixRecord, 'gcp', prefix);
    if (found !== undefined) return found.enterprise;
  }
  return undefined;
};

interface Made extends Pick<AliasRecord, 'batches' | 'unit'> {
  readonly enterprise: string;
  /** Authorisation holder under whose keys a contract manufacturer labels the packs. */
  readonly mah: string | null;
}

/** Who made the code of the object. @throws CODE_NOT_FOUND, CODE_NOT_PROVED */
const makerOf = async (tx: Alias): Promise<Made> => {
  const { code, unit } = tx.payload;
  if (unit === null) {
    const { enterprise, contents } = await loadObject(tx, code);
    return { enterprise, mah: null, batches: [...new Set(contents.map(({ batch }) => batch))], unit };
  }
  const { commission } = await requireProved(tx, code, unit);
  const { enterprise, batch } = commission;
  const { mah } = await loadBatch(tx, batch);
  return { enterprise, mah, batches: [batch], unit: { commission: unit.commission, index: unit.index } };
};

/** A GS1 code is under a prefix of the maker's own, or of the authorisation holder's. @throws PREFIX_FOREIGN */
const assertOwnKey = async (tx: Alias, { enterprise, mah }: Made): Promise<void> => {
  const { key } = readSecond(tx);
  if (key === null) return;
  const owner = await ownerOfKey(tx, key);
  if (owner === undefined || (owner !== enterprise && owner !== mah)) throw new YaosuError('PREFIX_FOREIGN');
};

const putNames = (tx: ActTransaction, code: string, enterprise: string, aliases: readonly string[]): void => {
  tx.state.put('names', [code], { code, enterprise, aliases });
};

/** One code more stands for the object. @throws CODE_ALIASES_TOO_MANY */
const addName = async (tx: Alias, enterprise: string): Promise<void> => {
  const { alias: second, code } = tx.payload;
  const aliases = await namesOf(tx, code);
  if (aliases.length >= MAX_SECOND_CODES)
    throw new YaosuError('CODE_ALIASES_TOO_MANY', { max: MAX_SECOND_CODES });
  putNames(tx, code, enterprise, [...aliases, second]);
};

/** Handler of `Code.alias`. */
export const alias = async (tx: Alias): Promise<{ key: string }> => {
  const { alias: second, code } = tx.payload;
  await assertFree(tx);
  if ((await registeredAlias(tx, code)) !== undefined) throw new YaosuError('CODE_IS_ALIAS');
  const made = await makerOf(tx);
  const { enterprise, batches, unit } = made;
  assertOwn(tx, 'packer', enterprise);
  await assertOwnKey(tx, made);
  await addName(tx, enterprise);
  const object = { code, enterprise, batches, unit };
  const by = { signedBy: signedByOf(tx, 'packer'), at: tx.at };
  tx.state.put('alias', [second], { alias: second, ...object, ...by, state: 'registered' });
  tx.emit('CodeAliased', [keyOf('alias', second)]);
  return { key: keyOf('alias', second) };
};

/** Handler of `Code.withdrawAlias`: what was registered stays readable, also when the code is registered anew. */
export const withdrawAlias = async (tx: ActTransaction<WithdrawAliasPayload>): Promise<{ key: string }> => {
  const { alias: second, code, reason } = tx.payload;
  const record = await registeredAlias(tx, second);
  if (record?.code !== code) throw new YaosuError('CODE_ALIAS_NOT_FOUND');
  assertOwn(tx, 'packer', record.enterprise);
  const left = (await namesOf(tx, code)).filter((each) => each !== second);
  putNames(tx, code, record.enterprise, left);
  const { state: _, ...registered } = record;
  const withdrawn = { by: signedByOf(tx, 'packer'), at: tx.at, reason };
  tx.state.put('alias', [second], { ...registered, state: 'withdrawn' });
  const { cmd } = tx.command;
  tx.state.put('aliasend', [second, cmd], { ...registered, withdrawn });
  tx.emit('CodeAliasWithdrawn', [keyOf('aliasend', second, cmd)]);
  return { key: keyOf('aliasend', second, cmd) };
};
