import type { AliasPayload } from '../../model/code/container-acts.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { KeyType } from '../../model/kernel/keys.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { loadObject } from './containers.js';
import { requireProved } from './proved-unit.js';

type Alias = ActTransaction<AliasPayload>;

const TAKEN: readonly KeyType[] = ['obj', 'unit'];

/** A code that means something by itself is no second name. @throws CODE_EXISTS */
const assertFree = async ({ state, payload }: Alias): Promise<void> => {
  if (payload.alias === payload.code) throw new YaosuError('CODE_EXISTS');
  for (const type of TAKEN) if (await state.has(type, payload.alias)) throw new YaosuError('CODE_EXISTS');
};

/** Who made the code of the object. @throws CODE_NOT_FOUND, CODE_NOT_PROVED */
const makerOf = async (tx: Alias): Promise<string> => {
  const { code, unit } = tx.payload;
  const made = unit === null ? await loadObject(tx, code) : await requireProved(tx, code, unit);
  return made.enterprise;
};

/** Handler of `Code.alias`. */
export const alias = async (tx: Alias): Promise<{ key: string }> => {
  const { alias: second, code } = tx.payload;
  await assertFree(tx);
  if (await tx.state.has('alias', code)) throw new YaosuError('CODE_IS_ALIAS');
  const enterprise = await makerOf(tx);
  assertOwn(tx, 'packer', enterprise);
  tx.state.put('alias', [second], { alias: second, code, enterprise });
  tx.emit('CodeAliased', [keyOf('alias', second)]);
  return { key: keyOf('alias', second) };
};
