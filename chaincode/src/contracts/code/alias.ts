/** Second codes of objects. */
import type { AliasPayload } from '../../model/code/container-acts.js';
import { namesRecord } from '../../model/code/schemas.js';
import { secondCodeOf, type Gs1Key, type SecondCode } from '../../rules/code/second-code.js';
import { MAX_SECOND_CODES } from '../../model/code/states.js';
import { prefixesOfKey } from '../../model/enterprise/company-prefix.js';
import { companyPrefixRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf, type KeyType } from '../../model/kernel/keys.js';
import { sha256Hex } from '../../signing/bytes.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { loadObject } from './containers.js';
import { requireProved } from './proved-unit.js';

type Alias = ActTransaction<AliasPayload>;

/** Records by the hash of a code that means something by itself; `names`: other codes stand for it. */
const TAKEN: readonly KeyType[] = ['obj', 'unit', 'drum', 'names'];

/** A code that means something by itself is no second name. @throws CODE_EXISTS */
const assertFree = async ({ state, payload }: Alias): Promise<void> => {
  if (payload.alias === payload.code) throw new YaosuError('CODE_EXISTS');
  for (const type of TAKEN) if (await state.has(type, payload.alias)) throw new YaosuError('CODE_EXISTS');
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

interface Made {
  readonly enterprise: string;
  /** Authorisation holder under whose keys a contract manufacturer labels the packs. */
  readonly mah: string | null;
}

/** Who made the code of the object. @throws CODE_NOT_FOUND, CODE_NOT_PROVED */
const makerOf = async (tx: Alias): Promise<Made> => {
  const { code, unit } = tx.payload;
  if (unit === null) return { enterprise: (await loadObject(tx, code)).enterprise, mah: null };
  const { commission } = await requireProved(tx, code, unit);
  return { enterprise: commission.enterprise, mah: (await loadBatch(tx, commission.batch)).mah };
};

/** A GS1 code is under a prefix of the maker's own, or of the authorisation holder's. @throws PREFIX_FOREIGN */
const assertOwnKey = async (tx: Alias, { enterprise, mah }: Made): Promise<void> => {
  const { key } = readSecond(tx);
  if (key === null) return;
  const owner = await ownerOfKey(tx, key);
  if (owner === undefined || (owner !== enterprise && owner !== mah)) throw new YaosuError('PREFIX_FOREIGN');
};

/** The codes that stand for the object by now. @throws CODE_ALIASES_TOO_MANY */
const addName = async ({ state, payload }: Alias, enterprise: string): Promise<void> => {
  const { alias: second, code } = payload;
  const { aliases = [] } = (await state.get(namesRecord, 'names', code)) ?? {};
  if (aliases.length >= MAX_SECOND_CODES)
    throw new YaosuError('CODE_ALIASES_TOO_MANY', { max: MAX_SECOND_CODES });
  state.put('names', [code], { code, enterprise, aliases: [...aliases, second] });
};

/** Handler of `Code.alias`. */
export const alias = async (tx: Alias): Promise<{ key: string }> => {
  const { alias: second, code } = tx.payload;
  await assertFree(tx);
  if (await tx.state.has('alias', code)) throw new YaosuError('CODE_IS_ALIAS');
  const made = await makerOf(tx);
  const { enterprise } = made;
  assertOwn(tx, 'packer', enterprise);
  await assertOwnKey(tx, made);
  await addName(tx, enterprise);
  tx.state.put('alias', [second], { alias: second, code, enterprise });
  tx.emit('CodeAliased', [keyOf('alias', second)]);
  return { key: keyOf('alias', second) };
};
