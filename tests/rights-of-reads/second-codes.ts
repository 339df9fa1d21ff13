/** Second codes of the maker's packs: one that another pack of the list has already, and one that was withdrawn. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProofs } from '@yaosu/chaincode/signing/merkle';
import type { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';

const MAKER = 'maker-production';

/** Registers them. @returns the keys of their records */
export const secondCodesOf = async (
  stage: Stage,
  world: World,
): Promise<Readonly<Record<'alias' | 'aliasend' | 'names', string>>> => {
  const { gtin, serials, commission, leaves } = given(world, 'codes');
  const { batch } = given(world, 'packed');
  const index = serials.length - 1;
  const proof = inclusionProofs(leaves, serials.length)[index] ?? [];
  const code = packHash(gtin, serials[index] ?? '');
  const { client } = await stage.as(MAKER);
  const register = async (text: string): Promise<string> => {
    const { alias } = await client.call('secondCode', { text });
    const unit = { batch, commission, index, proof: [...proof] };
    await stage.send(MAKER, ACTS.Code.alias, { alias, code, unit });
    return alias;
  };
  const alias = await register(`01${gtin}21${serials[index - 1] ?? ''}`);
  const withdrawn = await register('SUITE-0815');
  const withdrawal = { alias: withdrawn, code, reason: stage.digest('never printed') };
  const { cmd } = await stage.send(MAKER, ACTS.Code.withdrawAlias, withdrawal);
  return {
    alias: keyOf('alias', alias),
    aliasend: keyOf('aliasend', withdrawn, cmd),
    names: keyOf('names', code),
  };
};
