/** Opens an empty ledger as a demo and registers the story's enterprises; taken up again where it was cut off. */
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { networkActs } from '@yaosu/chaincode/model/network/acts';
import { BEHAVIOURS } from '@yaosu/chaincode/model/network/behaviours';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { sha256Hex, toHex } from '@yaosu/chaincode/signing/bytes';
import type { CommandDesk } from '../commands/command-desk.js';
import { newCommand } from '../commands/new-command.js';
import type { Database } from '../db/open-database.js';
import type { Ports } from '../ports.js';
import type { ServiceKeys } from '../mandates/service-keys.js';
import type { EnterpriseSecrets } from '../vault/enterprise-secrets.js';
import { genesisOf, recordValue } from '../projection/directory.js';
import type { DeviceKey } from './device-key.js';
import type { KeyStore } from './key-store.js';
import {
  defaultHostOf,
  DRUG_AUTHORITY,
  STORY_ENTERPRISES,
  type StoryEnterprise,
} from './story-enterprises.js';

/** What seeding works with. */
export interface SeedParts {
  readonly desk: CommandDesk;
  readonly db: Database;
  readonly ports: Ports;
  readonly keys: KeyStore;
  /** Keys of the organisations' gateways, which sign consequences. */
  readonly hosts: KeyStore;
  readonly secrets: EnterpriseSecrets;
  readonly serviceKeys: ServiceKeys;
}

interface SigningParty {
  readonly role: string;
  readonly enterprise: string;
  readonly key: DeviceKey;
}

type Payload = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const TEN_YEARS_MS = 3650 * DAY_MS;
const LEDGER_ID_BYTES = 16;
const PREFIX_DIGITS = 7;
const PERSONAL = ['passkey', 'passkey-unattested', 'device'] as const;
const ESCROWED = ['drug', 'environment'] as const;

const isThere = async ({ db }: SeedParts, key: string): Promise<boolean> =>
  (await recordValue(db, key)) !== undefined;

const submit = async (
  { desk, ports }: SeedParts,
  ledgerId: string,
  act: Act,
  payload: Payload,
  signers: readonly SigningParty[],
): Promise<void> => {
  const parties = signers.map(({ role, enterprise, key }) => ({ role, enterprise, kid: key.kid }));
  const command = newCommand({ ledgerId, act, parties, payload, seenHash: null }, ports);
  const signatures = signers.map(({ key }) => key.sign(command));
  const [first] = parties;
  if (first === undefined) throw new Error('nobody signs');
  const answer = await desk.submit({ command, signatures }, first);
  if (answer.kind === 'pending')
    throw new Error('the ledger is away; the demo is completed at the next start');
};

/** A key as it is proposed for admission, valid from yesterday on. */
export const rootKeyProposal = async (
  { keys, ports }: SeedParts,
  enterprise: string,
): Promise<ProposedKey> => {
  const { kid, publicKey } = await keys.key(enterprise);
  const now = ports.clock.nowMs();
  const period = { notBefore: instantOf(now - DAY_MS), notAfter: instantOf(now + TEN_YEARS_MS) };
  const person = await keys.person(`root-of-${enterprise}`);
  const appointments = [{ function: 'root' as const, ...period }];
  return { kid, publicKey, kind: 'device', person, appointments, ...period, webauthn: null, onlyFor: null };
};

const hostProposal = async ({ hosts, ports }: SeedParts, mspId: string): Promise<ProposedKey> => {
  const { kid, publicKey } = await hosts.key(mspId);
  const now = ports.clock.nowMs();
  const period = { notBefore: instantOf(now - DAY_MS), notAfter: instantOf(now + TEN_YEARS_MS) };
  return {
    kid,
    publicKey,
    kind: 'host',
    person: null,
    appointments: [],
    ...period,
    webauthn: null,
    onlyFor: null,
  };
};

/** DER SPKI, base64url, of the key that documents granted to an enterprise are wrapped for. */
const encryptionOf = ({ secrets }: SeedParts, enterprise: string): string =>
  Buffer.from(secrets.of(enterprise).encryptionSpki).toString('base64url');

const open = async (parts: SeedParts): Promise<string> => {
  const ledgerId = toHex(parts.ports.randomBytes(LEDGER_ID_BYTES));
  const { enterprise, name, authority } = DRUG_AUTHORITY;
  const escrows = await Promise.all(
    ESCROWED.map(async (subject) => {
      const { kid: keyId, publicKey } = await parts.keys.key(`escrow-${subject}`);
      return { subject, keyId, publicKey };
    }),
  );
  const kinds = {
    quality: PERSONAL,
    person: PERSONAL,
    machine: [...PERSONAL, 'service', 'logger', 'host'],
    consequence: ['host'],
  };
  const key = await rootKeyProposal(parts, enterprise);
  const payload = {
    ledgerId,
    demo: true,
    predecessor: null,
    behaviours: BEHAVIOURS,
    kinds,
    escrows,
    enterprise,
    name,
    authority,
    encryption: encryptionOf(parts, enterprise),
    key,
    hosts: await Promise.all(
      MSP_IDS.map(async (mspId) => ({ mspId, key: await hostProposal(parts, mspId) })),
    ),
  };
  const signer = { role: 'regulator', enterprise, key: await parts.keys.key(enterprise) };
  await submit(parts, ledgerId, networkActs.open, payload, [signer]);
  return ledgerId;
};

const register = async (parts: SeedParts, ledgerId: string, story: StoryEnterprise): Promise<void> => {
  const { enterprise, name, roles, authority } = story;
  if (await isThere(parts, keyOf('ent', enterprise))) return;
  const key = await rootKeyProposal(parts, enterprise);
  const payload = {
    enterprise,
    name,
    roles,
    hostMsp: defaultHostOf(roles),
    authority,
    encryption: encryptionOf(parts, enterprise),
    key,
  };
  await submit(parts, ledgerId, enterpriseActs.register, payload, [
    await registrar(parts),
    { role: 'enterprise', enterprise, key: await parts.keys.key(enterprise) },
  ]);
};

const registrar = async ({ keys }: SeedParts): Promise<SigningParty> => ({
  role: 'registrar',
  enterprise: DRUG_AUTHORITY.enterprise,
  key: await keys.key(DRUG_AUTHORITY.enterprise),
});

const addSites = async (
  parts: SeedParts,
  ledgerId: string,
  { enterprise, sites }: StoryEnterprise,
): Promise<void> => {
  const administrator = { role: 'administrator', enterprise, key: await parts.keys.key(enterprise) };
  for (const site of sites) {
    if (await isThere(parts, keyOf('site', enterprise, site.gln))) continue;
    await submit(parts, ledgerId, enterpriseActs.addSite, { enterprise, ...site }, [administrator]);
  }
};

/** In the story the first seven digits of a firm's places are its company prefix. */
const assignPrefixes = async (
  parts: SeedParts,
  ledgerId: string,
  { enterprise, sites }: StoryEnterprise,
): Promise<void> => {
  for (const companyPrefix of new Set(sites.map(({ gln }) => gln.slice(0, PREFIX_DIGITS)))) {
    if (await isThere(parts, keyOf('gcp', companyPrefix))) continue;
    const payload = { enterprise, companyPrefix };
    await submit(parts, ledgerId, enterpriseActs.assignPrefix, payload, [await registrar(parts)]);
  }
};

const addLicences = async (parts: SeedParts, ledgerId: string, story: StoryEnterprise): Promise<void> => {
  const { enterprise, licences } = story;
  const everySite = story.sites.map(({ gln }) => gln);
  for (const licence of licences) {
    if (await isThere(parts, keyOf('lic', enterprise, licence.number))) continue;
    const evidence = sha256Hex(`${enterprise} ${licence.number}`);
    const payload = { enterprise, ...licence, sites: licence.sites ?? everySite, evidence };
    await submit(parts, ledgerId, enterpriseActs.addLicence, payload, [await registrar(parts)]);
  }
};

/** The firms let their gateway do what machines may do, so that a plain EPCIS client can be tried. */
const admitService = async (parts: SeedParts, ledgerId: string, enterprise: string): Promise<void> => {
  const service = await parts.serviceKeys.key(enterprise);
  if (await isThere(parts, keyOf('key', service.kid))) return;
  const key = await parts.serviceKeys.proposal(enterprise);
  await submit(parts, ledgerId, enterpriseActs.admitKey, { enterprise, key }, [
    { role: 'administrator', enterprise, key: await parts.keys.key(enterprise) },
    { role: 'holder', enterprise, key: service },
  ]);
};

/** Makes the demo complete; does nothing on a ledger that somebody else has opened. */
export const seedDemo = async (parts: SeedParts): Promise<void> => {
  const genesis = await genesisOf(parts.db);
  if (genesis !== undefined && !genesis.demo) return;
  const ledgerId = genesis?.ledgerId ?? (await open(parts));
  const { kid } = await parts.keys.key(DRUG_AUTHORITY.enterprise);
  if (!(await isThere(parts, keyOf('key', kid)))) return;
  await Promise.all(
    STORY_ENTERPRISES.map(async (story) => {
      await register(parts, ledgerId, story);
      await addSites(parts, ledgerId, story);
      await addLicences(parts, ledgerId, story);
      await assignPrefixes(parts, ledgerId, story);
      await admitService(parts, ledgerId, story.enterprise);
    }),
  );
};
