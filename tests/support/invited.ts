/** Somebody without an account, who holds the key of an invitation. */
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { newClient } from '@yaosu/gateway/api/client';
import { deviceKeyOf, newPrivateKeyPem } from '@yaosu/gateway/device-key';
import type { Player } from '@yaosu/gateway/story/player';
import type { Stage } from '@yaosu/gateway/story/stage';

const MINUTES_A_DAY = 24 * 60;

/** A key that an administrator admits for one record; it has no session yet. */
export const invite = async (
  stage: Stage,
  by: string,
  onlyFor: string,
  name: KeyFunction,
): Promise<Player> => {
  const { enterprise, url } = await stage.as(by);
  const key = deviceKeyOf(newPrivateKeyPem());
  const { kid, publicKey } = key;
  const period = { notBefore: stage.instant(0), notAfter: stage.instant(MINUTES_A_DAY) };
  const proposed = {
    ...{ kid, publicKey, kind: 'device', person: 'ab'.repeat(16), webauthn: null, onlyFor },
    appointments: [{ function: name, ...period }],
    ...period,
  };
  const guest = { login: '', url, enterprise, client: newClient(url), key, token: '' };
  await stage.send(by, enterpriseActs.admitKey, { enterprise, key: proposed }, { with: [guest] });
  return guest;
};
