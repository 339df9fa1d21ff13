/** Two versions of the code endorse the same until all organisations have adopted what only the later one has. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { REGULATOR } from '@yaosu/chaincode/model/organisations';
import { PRODUCT } from '@yaosu/network/embedded';
import { RIGHTS } from '../contracts/rights/index.js';
import { sufficientSets } from '../ownership/judge.js';
import { CHAINCODE_ALONE, type Kind } from '../ownership/kind.js';
import { adoption, PREVIOUS } from '../support/behaviours.js';
import { openedDispute, resolution } from '../support/disputes.js';
import { sendRight, type Right } from '../support/right.js';
import { Stage } from '../support/stage.js';
import { TestNetwork } from '../support/test-network.js';
import { record } from './recording.js';
import { replayRecording } from './replay-recording.js';

const MINUTES = 60_000;

/** The first act of each contract that can be sent. */
const oneAContract = (): readonly Right[] => [
  ...new Map(
    RIGHTS.filter(({ act, may }) => act.contract !== 'Network' && may !== 'hosts')
      .reverse()
      .map((right) => [right.act.contract, right]),
  ).values(),
];

const drive = async (stage: Stage, right: Right): Promise<string> => {
  const [name = 'makerRoot'] = right.may === 'hosts' ? [] : right.may;
  return sendRight(stage, right, name, await right.command(stage, name));
};

describe('the version before, and this one', () => {
  let stage: Stage;
  beforeAll(async () => {
    const network = await TestNetwork.start(PREVIOUS);
    await network.submit(network.opening(), REGULATOR);
    stage = await Stage.enter(network);
  }, MINUTES);
  afterAll(() => stage.network.close());

  test(
    'endorse the same for every contract, disputes among them',
    async () => {
      const outcomes: string[] = [];
      for (const right of oneAContract()) outcomes.push(await drive(stage, right));
      expect(new Set(outcomes)).toEqual(new Set(['VALID']));
      const dispute = await openedDispute(stage);
      await stage.must('drugInspector', ACTS.Dispute.resolve, resolution(dispute), { roles: ['first'] });
      const recording = await record(stage.network, 'product', ['RegulatorMSP', 'CdmoMSP']);
      const replayed = await replayRecording(recording, PRODUCT);
      expect(replayed.filter(({ isSame }) => !isSame)).toEqual([]);
      expect(replayed.some(({ fn }) => fn === 'Dispute:resolve')).toBe(true);
    },
    2 * MINUTES,
  );

  test('leave disputes without a policy of their own, as the one before did', async () => {
    const resolving: Kind = {
      title: 'disp~ under the first behaviour',
      suffices: CHAINCODE_ALONE,
      prepare: async () => {
        const payload = resolution(await openedDispute(stage));
        return { by: 'drugInspector', act: ACTS.Dispute.resolve, payload, sending: { roles: ['first'] } };
      },
    };
    expect(await sufficientSets(stage, resolving)).toBe(resolving.suffices);
  });

  test('differ in what they adopt: the one before has not got it', async () => {
    expect(await stage.send('regulatorRoot', ACTS.Network.adopt, adoption())).toBe('BEHAVIOUR_UNKNOWN');
  });
});
