/** A recall of a market batch that the wholesaler holds, open and waiting for responses. */
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { until } from '@yaosu/gateway/story/cold-chain';
import type { RecallGround } from '@yaosu/gateway/story/recall-ground';

const MAH = 'maker-qm';

/** Opens a recall of one batch. @returns its id */
export const openRecall = async ({ stage, packed }: RecallGround): Promise<string> => {
  const investigation = stage.newId();
  const [{ batch }] = packed;
  const signal = { drill: false, source: 'complaint', batch, signal: stage.digest('smell of solvent') };
  await stage.send('wholesale-quality', recallActs.signal, { investigation, ...signal });
  await stage.send(MAH, recallActs.investigate, { investigation, roots: [batch] });
  await stage.send(MAH, recallActs.stop, { investigation, batches: [batch] });
  const { client } = await stage.as(MAH);
  const { members } = await until('the seal of the closure', async () => {
    const seen = await client.read('recall', { id: investigation });
    return seen.investigation['state'] === 'sealed' ? seen : undefined;
  });
  const reason = stage.digest('of the lot of the complaint');
  const decisions = members.map((member) => ({ batch: member.batch, verdict: 'inScope', reason }));
  await stage.send(MAH, recallActs.decide, { investigation, decisions });
  const terms = { kind: 'voluntary', orderNo: null, class: 'I', depth: 'retail', reason };
  await stage.send(MAH, recallActs.open, { investigation, ...terms });
  return investigation;
};
