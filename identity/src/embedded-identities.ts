import { randomBytes } from 'node:crypto';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { issue } from './ca/issue.js';
import type { KeyedCertificate } from './ca/keyed-certificate.js';
import { newCa, type CertificateAuthority } from './ca/new-ca.js';

/** A client identity as the ledger's port takes it. */
export interface RelayIdentity extends KeyedCertificate {
  readonly mspId: MspId;
}

/** Everything one organisation brings to an embedded network. */
export interface OrganisationIdentities {
  readonly mspId: MspId;
  readonly rootCertificate: string;
  /** Keeps issuing: the root's private key. */
  readonly rootPrivateKey: string;
  readonly peer: KeyedCertificate;
  /** Signs what the organisation's gateway sends; its common name is random and says nothing. */
  readonly relay: RelayIdentity;
}

/** All identities of an embedded network. */
export interface EmbeddedIdentities {
  readonly organisations: readonly OrganisationIdentities[];
  readonly orderer: KeyedCertificate & { readonly mspId: string };
}

const ORDERER_MSP = 'OrdererMSP';

/** Make new identities for every organisation and the orderer. */
export async function newEmbeddedIdentities(): Promise<EmbeddedIdentities> {
  const [organisations, orderer] = await Promise.all([
    Promise.all(MSP_IDS.map(newOrganisation)),
    newOrderer(),
  ]);
  return { organisations, orderer };
}

/** The root of an organisation, able to issue. */
export function caOf(organisation: OrganisationIdentities): CertificateAuthority {
  return {
    mspId: organisation.mspId,
    certificate: organisation.rootCertificate,
    privateKey: organisation.rootPrivateKey,
  };
}

async function newOrganisation(mspId: MspId): Promise<OrganisationIdentities> {
  const ca = await newCa(mspId);
  const [peer, relay] = await Promise.all([
    issue(ca, `peer0.${mspId}`, 'peer'),
    issue(ca, randomBytes(12).toString('hex'), 'client'),
  ]);
  return {
    mspId,
    rootCertificate: ca.certificate,
    rootPrivateKey: ca.privateKey,
    peer,
    relay: { mspId, ...relay },
  };
}

async function newOrderer(): Promise<EmbeddedIdentities['orderer']> {
  const ca = await newCa(ORDERER_MSP);
  return { mspId: ORDERER_MSP, ...(await issue(ca, 'orderer0', 'orderer')) };
}
