/** The story's regulator, and what it admits to the network of a demo. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { AUTHORITY_SUBJECTS, EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';
import { ORGANISATIONS } from '@yaosu/chaincode/model/organisations';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
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

/** Registers a firm on the server of a data folder. @returns the holder of its root key */
export const registerFirm = async (
  url: string,
  data: string,
  { enterprise, name = enterprise, roles, authority }: NewFirm,
): Promise<Actor> => {
  const [regulator, root] = [await regulatorOf(data), newActor(enterprise)];
  const host = ORGANISATIONS.find(({ hosts }) => roles.some((role) => hosts.includes(role)));
  const { client, ledgerId } = await openSession(url, regulator);
  const payload = {
    enterprise,
    name,
    roles,
    hostMsp: host?.mspId,
    authority: authority === undefined ? null : { subject: authority.subject, area: authority.area },
    encryption: newActor(enterprise).publicKey,
    key: proposal(root, ['root']),
  };
  const act = enterpriseActs.register;
  const capturedAt = new Date().toISOString();
  const actors = [regulator, root];
  await client.submit(act, envelopeOf(newCommand({ act, ledgerId, capturedAt, actors, payload }), actors));
  return root;
};
