import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { systemPorts } from '../ports.js';
import { sendDrums } from '../story/drums-on-the-road.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';
import type { Asker } from './check-request.js';
import { offerStatement } from './offer-statement.js';

const GENERATOR = 'qingtai-cdmo';
const RIVAL = 'ruikang-pharma';
const CONTENT = { kind: 'incidentReport', words: 'A lid sweats.' };
const UNKNOWN = '0'.repeat(64);

type Question = Parameters<typeof offerStatement>[2];

describe('a statement for another organisation’s gateway', () => {
  let gateway: TestGateway;
  let question: Question;
  let inspectorate: string;
  const by = (enterprise: string, host?: Asker['host']): Asker => ({ kid: UNKNOWN, enterprise, host });
  const reader = (enterprise: string, purpose: Question['reader']['purpose'] = null): Question => ({
    ...question,
    reader: { enterprise, purpose },
  });

  beforeAll(async () => {
    gateway = await newTestGateway();
    const { stage, manifest } = await sendDrums(gateway.url, systemPorts, 1);
    const digest = String((await stage.store('waste-driver', CONTENT))['plaintextDigest']);
    const incident = stage.newId();
    const payload = { incident, subject: { type: 'man', id: manifest }, kind: 'spill', evidence: digest };
    await stage.send('waste-driver', incidentActs.report, payload);
    const record = keyOf('inc', incident);
    question = { record, digest, reader: { enterprise: GENERATOR, purpose: null } };
    inspectorate = (await gateway.actor('environment-inspector')).enterprise;
  }, 120_000);
  afterAll(() => gateway.remove());

  const openedBy = async (enterprise: string, asked: Question): Promise<unknown> => {
    const { sealed } = await offerStatement(gateway.services, by(enterprise), asked);
    const box = Buffer.from(sealed, 'base64url');
    expect(box.toString()).not.toContain(CONTENT.words);
    expect(gateway.services.vault.openSealed(RIVAL, box)).toBeUndefined();
    return gateway.services.vault.openSealed(enterprise, box);
  };

  it('is sealed for the reader alone', async () => {
    expect(await openedBy(GENERATOR, question)).toMatchObject({ content: CONTENT });
  });

  it('is given to an authority of the place with a purpose', async () => {
    expect(await openedBy(inspectorate, reader(inspectorate, 'accident'))).toMatchObject({
      content: CONTENT,
    });
  });

  it.each<[string, () => readonly [Asker, Question]]>([
    ['who may not read the record', () => [by(RIVAL), reader(RIVAL)]],
    ['who asks for another', () => [by(RIVAL), question]],
    ['a host that asks for an enterprise', () => [by(GENERATOR, 'CdmoMSP'), question]],
    ['an authority without a purpose', () => [by(inspectorate), reader(inspectorate)]],
    ['a firm that gives a purpose', () => [by(RIVAL), reader(RIVAL, 'accident')]],
    ['an enterprise that nobody knows', () => [by('nobody-at-all'), reader('nobody-at-all')]],
    ['who names another record', () => [by(GENERATOR), { ...question, record: keyOf('inc', UNKNOWN) }]],
    ['who names another digest', () => [by(GENERATOR), { ...question, digest: UNKNOWN }]],
  ])('is not known to %s', async (_, refused) => {
    const [asker, asked] = refused();
    await expect(offerStatement(gateway.services, asker, asked)).rejects.toMatchObject({
      code: 'RECORD_NOT_FOUND',
      details: {},
    });
  });
});
