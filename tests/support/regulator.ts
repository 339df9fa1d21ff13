/** The story's regulator, and what it admits to the network of a demo. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { AUTHORITY_SUBJECTS, EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';
import { ORGANISATIONS } from '@yaosu/chaincode/model/organisations';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { licence } from './payloads.js';
import { envelopeOf, newActor, newCommand, proposal, type Actor } from './actor.js';
import { openSession } from './demo-client.js';

/** A firm that the story does not know. */
export interface NewFirm {
  readonly enterprise: string;
  /** The id when undefined. */
  readonly name?: string;
  readonly roles: readonly EnterpriseRole[];
  readonly authority?: { readonly subject: (typeof AUTHORITY_SUBJECTS)[number]; readonly area: string };
}

/** The regulator's root key, which a demo keeps in its data folder. */
const regulatorOf = async (data: string): Promise<Actor> => {
  const privateKey = await readFile(join(data, 'demo', 'keys', 'drug-authority.pem'), 'utf8');
  const spki = createPublicKey(createPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  const names = { enterprise: 'drug-authority', person: '', kid: kidOf(spki) };
  return { ...names, publicKey: spki.toString('base64url'), privateKey };
};

/** Has the regulator of a data folder's server sign an act. */
const signAsRegulator = async (
  url: string,
  data: string,
  act: Act,
  payload: Record<string, unknown>,
  others: readonly Actor[] = [],
): Promise<void> => {
  const regulator = await regulatorOf(data);
  const { client, ledgerId } = await openSession(url, regulator);
  const capturedAt = new Date().toISOString();
  const actors = [regulator, ...others];
  await client.submit(act, envelopeOf(newCommand({ act, ledgerId, capturedAt, actors, payload }), actors));
};

/** Records a manufacturing licence of a firm at its site. */
export const licenseFirm = (url: string, data: string, enterprise: string, gln: string): Promise<void> =>
  signAsRegulator(
    url,
    data,
    enterpriseActs.addLicence,
    licence({ enterprise, number: `SUITE-${enterprise}`, sites: [gln] }),
  );

/** Registers a firm on the server of a data folder. @returns the holder of its root key */
export const registerFirm = async (
  url: string,
  data: string,
  { enterprise, name = enterprise, roles, authority }: NewFirm,
): Promise<Actor> => {
  const root = newActor(enterprise);
  const host = ORGANISATIONS.find(({ hosts }) => roles.some((role) => hosts.includes(role)));
  const payload = {
    enterprise,
    name,
    roles,
    hostMsp: host?.mspId,
    authority: authority === undefined ? null : { subject: authority.subject, area: authority.area },
    encryption: newActor(enterprise).publicKey,
    key: proposal(root, ['root']),
  };
  await signAsRegulator(url, data, enterpriseActs.register, payload, [root]);
  return root;
};
