/** From a complaint to a closure that is stopped, sealed and confirmed. */
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import type { ReadAnswer } from '../api/reads.js';
import { until } from './cold-chain.js';
import { RECALL } from './figures.js';
import type { Stage } from './stage.js';
import { given, type World } from './world.js';

/** The MAH's quality. */
export const MAH = 'maker-qm';
/** An inspector of the drug authority. */
export const INSPECTOR = 'drug-inspector';

/** An investigation or recall as a login reads it. */
export const recallSeen = async (stage: Stage, login: string, id: string): Promise<ReadAnswer<'recall'>> => {
  const { client } = await stage.as(login);
  return client.read('recall', { id });
};

/** A pharmacist reports, the MAH starts at a lot of starting material and stops it. @returns the investigation */
export const startInvestigation = async (stage: Stage, world: World): Promise<string> => {
  const investigation = stage.newId();
  const root = given(world, 'materials').first.batch;
  await stage.send('pharmacist', recallActs.signal, {
    investigation,
    drill: false,
    source: 'complaint',
    batch: given(world, 'packed').batch,
    signal: stage.digest('tablets smell of solvent'),
  });
  const preview = await (await stage.as(MAH)).client.call('closure', { roots: [root] });
  stage.same('batches that the preview counts', preview.visible + preview.hidden, RECALL.members);
  await stage.send(MAH, recallActs.investigate, { investigation, roots: [root] });
  await stage.send(MAH, recallActs.stop, { investigation, batches: [root] });
  return investigation;
};

/** The gateway stops level by level and seals; the authority confirms what is not the MAH's own. */
export const sealAndConfirm = async (stage: Stage, investigation: string): Promise<number> => {
  const sealed = await until('the seal of the closure', async () => {
    const seen = await recallSeen(stage, MAH, investigation);
    return seen.investigation['state'] === 'sealed' ? seen : undefined;
  });
  const provisional = sealed.members
    .filter(({ stopped }) => stopped === 'provisional')
    .map(({ batch }) => batch);
  stage.same('members of the closure', sealed.members.length, RECALL.members);
  stage.same('provisional stops', provisional.length, RECALL.provisional);
  await stage.send(INSPECTOR, recallActs.confirmStops, { investigation, batches: provisional });
  const { members } = await recallSeen(stage, INSPECTOR, investigation);
  stage.same('stops after confirmation', new Set(members.map(({ stopped }) => stopped)).size, 1);
  return members.length;
};

/** Every member is decided; one market batch is excluded. */
export const decideMembers = async (stage: Stage, world: World, investigation: string): Promise<void> => {
  const excluded = given(world, 'siblings')[1]?.batch ?? '';
  const { members } = await recallSeen(stage, MAH, investigation);
  const decisions = members.map(({ batch }) => ({
    batch,
    verdict: batch === excluded ? 'excluded' : 'inScope',
    reason: stage.digest(batch === excluded ? 'never left the plant, made of other cartons' : 'of the lot'),
  }));
  await stage.send(MAH, recallActs.decide, { investigation, decisions });
  const verdicts = (await recallSeen(stage, MAH, investigation)).members;
  stage.same(
    'excluded',
    verdicts.filter(({ verdict }) => verdict === 'excluded').map(({ batch }) => batch),
    [excluded],
  );
};
