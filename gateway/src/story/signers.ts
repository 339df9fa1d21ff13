/** Who signed what of a batch. */
import { StoryFailed, type Stage } from './stage.js';

/** Persons who signed acts on a batch's own records, by act, the first each. @throws StoryFailed when nobody did */
export const personsByAct = async (
  stage: Stage,
  login: string,
  batch: string,
  acts: readonly string[],
): Promise<readonly string[]> => {
  const { client, enterprise } = await stage.as(login);
  const { keys } = await client.read('enterpriseKeys', { id: enterprise });
  const { lines } = await client.read('trail', { id: batch });
  const own = lines.filter((line) => line.keys.some((key) => key.split('~')[1] === batch));
  return acts.map((act) => {
    const line = own.find((each) => `${each.contract}.${each.act}` === act);
    const kid = line?.signers[0]?.kid;
    const person = keys.find((key) => key.kid === kid)?.person ?? undefined;
    if (person === undefined) throw new StoryFailed(`nobody has signed ${act}`);
    return person;
  });
};
