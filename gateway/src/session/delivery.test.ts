/** What a device signed before its key was revoked, or after, is handed in all the same; the ledger judges it by its time. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { randomBytes } from 'node:crypto';
import { newClient, type Client } from '../api/client.js';
import { storeDocument } from '../api/store-document.js';
import { systemPorts } from '../ports.js';
import { registerDrug } from '../story/production.js';
import { enter, signedCommand, type Player } from '../story/player.js';
import { Stage } from '../story/stage.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

const ADMIN = 'maker-admin';
const REVIEWER = 'maker-reviewer';
const { openDeviation, review } = qualityActs;

describe('a device whose key counts no more', () => {
  let gateway: TestGateway;
  let stage: Stage;
  let batch: string;
  let leaver: Player;
  let client: Client;

  const revoke = async (kid: string, compromisedSince: string | null): Promise<void> => {
    const admin = await stage.as(ADMIN);
    const payload = { enterprise: admin.enterprise, kid, compromisedSince };
    await stage.send(ADMIN, enterpriseActs.revokeKey, payload);
  };
  const proofOf = async ({ key }: Player) => {
    const { kid } = key;
    const { challenge } = await client.call('challenge', { kid });
    return { kid, challenge, signature: key.prove(challenge) };
  };
  const deliver = async (): Promise<void> =>
    client.setToken((await client.call('delivery', await proofOf(leaver))).token);
  const signed = (act: Act, payload: Record<string, unknown>, minutesAgo: number, by = leaver) =>
    signedCommand(systemPorts, stage.ledgerId, act, payload, [by], {
      capturedAt: stage.instant(-minutesAgo),
    });
  const deviation = () => ({
    ...{
      batch,
      deviation: 'deviation',
      severity: 'minor',
      about: null,
      number: `D-${stage.newId().slice(0, 8)}`,
    },
    description: stage.digest('a door stood open'),
  });
  const stateOf = async (key: string): Promise<unknown> =>
    (await stage.as(REVIEWER)).client.read('record', { key }).then(
      ({ record }) => record.value,
      (error: unknown) => (error as { code: string }).code,
    );

  beforeAll(async () => {
    gateway = await newTestGateway();
    stage = await Stage.open(gateway.url, systemPorts);
    ({ batch } = await registerDrug(stage, 'bulk', 'AH-D-1'));
  });
  beforeEach(async () => {
    leaver = await enter(gateway.url, REVIEWER);
    client = newClient(gateway.url);
  });
  afterAll(() => gateway.remove());

  it('opens no session, but hands in a fact from before, which is recorded as any other', async () => {
    const fact = await signed(openDeviation, deviation(), 5);
    await revoke(leaver.key.kid, null);
    await expect(client.call('session', await proofOf(leaver))).rejects.toMatchObject({
      code: 'SESSION_REFUSED',
    });
    await deliver();
    expect(await client.submit(openDeviation, fact)).toMatchObject({ result: { outcome: 'recorded' } });
  });

  it('hands in facts from after it was lost, which the enterprise has to look at', async () => {
    const [before, after] = [
      await signed(openDeviation, deviation(), 60),
      await signed(openDeviation, deviation(), 10),
    ];
    await revoke(leaver.key.kid, stage.instant(-30));
    await deliver();
    expect(await client.submit(openDeviation, before)).toMatchObject({ result: { outcome: 'recorded' } });
    expect(await client.submit(openDeviation, after)).toMatchObject({ result: { outcome: 'disputed' } });
    expect(await stateOf(keyOf('disp', after.command.cmd))).toMatchObject({ cause: 'KEY_REVOKED' });
  });

  it('brings the evidence that a fact names', async () => {
    await revoke(leaver.key.kid, null);
    await deliver();
    const stored = await storeDocument(client, toHex(randomBytes(16)), { text: 'what the photo shows' });
    expect(stored.plaintextDigest).toHaveLength(64);
  });

  it('reads nothing and permits nothing', async () => {
    const permission = await signed(review, { batch, report: stage.digest('reviewed') }, 0);
    await revoke(leaver.key.kid, null);
    await deliver();
    await expect(client.submit(review, permission)).rejects.toMatchObject({ code: 'KEY_NOT_VALID' });
    for (const read of [
      client.read('session', {}),
      client.read('batches', {}),
      client.read('enterprises', {}),
    ])
      await expect(read).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    const grant = client.call('shareDocument', { document: stage.newId(), enterprise: 'qingtai-cdmo' });
    await expect(grant).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('is let in by its own signature only, once a challenge, and when the ledger knows it', async () => {
    const other = await enter(gateway.url, REVIEWER);
    const proof = await proofOf(leaver);
    const wrong = [
      { ...proof, signature: (await proofOf(other)).signature },
      { ...proof, kid: other.key.kid },
      { ...proof, challenge: `${proof.challenge}x` },
    ];
    for (const each of wrong)
      await expect(client.call('delivery', each)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    await client.call('delivery', proof);
    await expect(client.call('delivery', proof)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
  });

  it('leaves its facts to a colleague, or to its new key, and to no other firm', async () => {
    const fact = await signed(openDeviation, deviation(), 5);
    const permission = await signed(review, { batch, report: stage.digest('reviewed') }, 0);
    await revoke(leaver.key.kid, null);
    const { client: rival } = await stage.as('rival-production');
    await expect(rival.submit(openDeviation, fact)).rejects.toMatchObject({ code: 'PARTY_FOREIGN' });
    const { client: colleague } = await stage.as('maker-production');
    await expect(colleague.submit(review, permission)).rejects.toMatchObject({ code: 'PARTY_FOREIGN' });
    expect(await colleague.submit(openDeviation, fact)).toMatchObject({ result: { outcome: 'recorded' } });
  });
});
