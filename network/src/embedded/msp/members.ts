import { X509Certificate, type KeyObject } from 'node:crypto';
import { msp } from '@hyperledger/fabric-protos';
import type { Curve } from './curve.js';

/** Role of a certificate by its OU; `member` is one without any of the four. */
export type Role = 'peer' | 'client' | 'orderer' | 'admin' | 'member';

/** An identity that an organisation of the channel issued. */
export interface Member {
  readonly mspId: string;
  readonly role: Role;
  readonly publicKey: KeyObject;
  readonly notBefore: number;
  readonly notAfter: number;
}

const ROLES: readonly Role[] = ['peer', 'client', 'orderer', 'admin'];
const CACHE_SIZE = 10_000;

/** The organisations' MSPs: who a serialised identity is and whether a signature is its own. */
export class Members {
  readonly #roots: ReadonlyMap<string, X509Certificate>;
  readonly #known = new Map<string, Member | undefined>();

  constructor(
    organisations: readonly { readonly mspId: string; readonly rootCertificate: string }[],
    readonly curve: Curve,
  ) {
    this.#roots = new Map(
      organisations.map(({ mspId, rootCertificate }) => [mspId, new X509Certificate(rootCertificate)]),
    );
  }

  /** The member of a serialised identity, undefined when no organisation of the channel issued it. */
  find(serialised: Uint8Array): Member | undefined {
    const key = Buffer.from(serialised).toString('latin1');
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#known.size >= CACHE_SIZE) this.#known.clear();
    const member = this.#parse(serialised);
    this.#known.set(key, member);
    return member;
  }

  /** Whether the member made this ECDSA signature over SHA-256; computed beside the main thread. */
  isSignedBy({ publicKey }: Member, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    return this.curve.verify(message, publicKey, signature);
  }

  #parse(serialised: Uint8Array): Member | undefined {
    try {
      const identity = msp.SerializedIdentity.deserializeBinary(serialised);
      const root = this.#roots.get(identity.getMspid());
      const certificate = new X509Certificate(identity.getIdBytes_asU8());
      if (!root || !certificate.checkIssued(root) || !certificate.verify(root.publicKey)) return undefined;
      return newMember(identity.getMspid(), certificate);
    } catch {
      // Whatever is no certificate is nobody's.
      return undefined;
    }
  }
}

/** Whether a certificate is within its dates. */
export function isCurrent(member: Member, now: number): boolean {
  return member.notBefore <= now && now <= member.notAfter;
}

function newMember(mspId: string, certificate: X509Certificate): Member {
  const units = certificate.subject.split('\n').filter((line) => line.startsWith('OU='));
  return {
    mspId,
    role: ROLES.find((role) => units.includes(`OU=${role}`)) ?? 'member',
    publicKey: certificate.publicKey,
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
  };
}
