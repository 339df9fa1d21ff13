import { splitKey, type KeyType } from '@yaosu/chaincode/model/kernel/keys';

const SEPARATOR = '\u0000';

/** A composite key as commands write it: `batch~<B>`. */
export const writtenKey = (composite: string): string => composite.slice(1, -1).split(SEPARATOR).join('~');

/** Type and parts of a composite key, undefined when it is none of the model's. */
export const splitComposite = (
  composite: string,
): { readonly type: KeyType; readonly parts: readonly string[] } | undefined =>
  splitKey(writtenKey(composite));
