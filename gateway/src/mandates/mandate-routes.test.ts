import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { ApiError } from '../api/api-error.js';
import { newCommand } from '../commands/new-command.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';
import { systemPorts } from '../ports.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

describe('a mandate for the gateway', () => {
  let gateway: TestGateway;
  /** Administrator of the one firm whose gateway has no mandate yet. */
  let administrator: Actor;
  let key: ProposedKey;

  const admission = async (actor: Actor, proposed: ProposedKey): Promise<Command> => {
    const { ledgerId } = await actor.client.read('network', {});
    const { enterprise } = actor;
    const parties = [
      { role: 'administrator', enterprise, kid: actor.key.kid },
      { role: 'holder', enterprise, kid: proposed.kid },
    ];
    const act = enterpriseActs.admitKey;
    const payload = { enterprise, key: proposed };
    return newCommand({ ledgerId: ledgerId ?? '', act, parties, payload, seenHash: null }, systemPorts);
  };
  const give = async (actor: Actor, command: Command): Promise<string> => {
    try {
      const signature = actor.key.sign(command);
      await actor.client.call('mandate', { command, signature });
      return 'admitted';
    } catch (error) {
      return error instanceof ApiError ? error.code : String(error);
    }
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    administrator = await gateway.actor('drug-inspector');
    key = (await administrator.client.read('serviceKey', {})).key;
  });
  afterAll(() => gateway.remove());

  it('is not there before it is given', async () => {
    expect(await administrator.client.read('serviceKey', {})).toMatchObject({ admitted: false });
  });

  it('is signed by the gateway for its own service key of the own enterprise alone', async () => {
    const other = deviceKeyOf(newPrivateKeyPem());
    const maker = await gateway.actor('maker-admin');
    const foreign = { ...key, kid: other.kid, publicKey: other.publicKey };
    expect(await give(administrator, await admission(administrator, foreign))).toBe('MANDATE_WRONG');
    expect(await give(administrator, await admission(administrator, { ...key, kind: 'device' }))).toBe(
      'MANDATE_WRONG',
    );
    expect(await give(maker, await admission(maker, key))).toBe('MANDATE_WRONG');
  });

  it('needs an administrator', async () => {
    const production = await gateway.actor('rival-production');
    const { key: own } = await production.client.read('serviceKey', {});
    expect(await give(production, await admission(production, own))).toBe('FUNCTION_MISSING');
  });

  it('lets the gateway sign as a machine, without functions', async () => {
    expect(await give(administrator, await admission(administrator, key))).toBe('admitted');
    expect(await administrator.client.read('serviceKey', {})).toMatchObject({ admitted: true });
    const { record } = await administrator.client.read('record', { key: `key~${key.kid}` });
    expect(record.value).toMatchObject({ kind: 'service', person: null, appointments: [] });
  });
});
