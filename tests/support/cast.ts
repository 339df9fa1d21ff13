/** A network with one of each actor, and payloads that are right in every respect. */
import { createHash } from 'node:crypto';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { proposal, type Actor } from './actor.js';
import { ESCROW_KEY_ID, TestNetwork, codeOf } from './test-network.js';

/** SHA-256 of a text, hex: a digest that stands for some bytes. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Site of `maker`. */
export const MAKER_GLN = '6901234000009';
/** Site of `supplier`. */
export const SUPPLIER_GLN = '6901234000016';

/** Name → the actor's enterprise, functions and host, written by hand. */
export const CAST = {
  regulatorRoot: { enterprise: 'nmpa', functions: ['root'], host: 'RegulatorMSP' },
  makerRoot: { enterprise: 'maker', functions: ['root'], host: 'ManufacturerMSP' },
  makerAdministrator: { enterprise: 'maker', functions: ['administrator'], host: 'ManufacturerMSP' },
  makerProduction: { enterprise: 'maker', functions: ['production'], host: 'ManufacturerMSP' },
  makerQuality: { enterprise: 'maker', functions: ['qualityManager'], host: 'ManufacturerMSP' },
  rivalRoot: { enterprise: 'rival', functions: ['root'], host: 'ManufacturerMSP' },
  rivalProduction: { enterprise: 'rival', functions: ['production'], host: 'ManufacturerMSP' },
  supplierRoot: { enterprise: 'supplier', functions: ['root'], host: 'ManufacturerMSP' },
  pharmacyRoot: { enterprise: 'pharmacy', functions: ['root'], host: 'LogisticsMSP' },
  pharmacyProduction: { enterprise: 'pharmacy', functions: ['production'], host: 'LogisticsMSP' },
} as const;
/** One of the cast. */
export type Name = keyof typeof CAST;

/** Their names, in table order. */
export const NAMES = Object.keys(CAST) as Name[];

let sequence = 0;
const next = (): number => (sequence += 1);

/** A site of an enterprise. */
export const site = (enterprise: string, gln: string): Record<string, unknown> => ({
  enterprise,
  gln,
  name: '一厂',
  address: '南京市江宁区 1 号',
  area: '320115',
});

/** A GLN that nobody has used yet (GS1 General Specifications 7.9). */
export const freshGln = (): string => {
  const body = `69099${String(next()).padStart(7, '0')}`;
  return `${body}${gs1CheckDigit(body)}`;
};

/** Id of a firm that nobody has registered yet. */
export const freshFirm = (): string => `firm-${String(next())}`;

/** An API batch of `maker`. */
export const batchPayload = (change: Record<string, unknown> = {}): Record<string, unknown> => {
  const seed = String(next());
  return {
    batch: digest(`batch ${seed}`),
    kind: 'api',
    manufacturer: 'maker',
    mah: null,
    site: MAKER_GLN,
    unit: 'KGM',
    control: 'none',
    storage: 'ambient',
    manufactured: '2026-11-01',
    usableUntil: '2028-11-01',
    identity: {
      document: digest(`document ${seed}`),
      plaintextDigest: digest(`plain ${seed}`),
      ciphertextDigest: digest(`cipher ${seed}`),
      escrows: [{ subject: 'drug', keyId: ESCROW_KEY_ID, wrapDigest: digest(`wrap ${seed}`) }],
    },
    ...change,
  };
};

/** A carrier under Logistics. */
export const registration = (
  enterprise: string,
  root: Actor,
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({
  enterprise,
  name: enterprise,
  roles: ['carrier'],
  hostMsp: 'LogisticsMSP',
  authority: null,
  key: proposal(root, ['root']),
  ...change,
});

/** A manufacturing licence of `maker`. */
export const licence = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  enterprise: 'maker',
  number: `苏${String(next())}`,
  kind: 'drugManufacturing',
  scope: ['api'],
  sites: [MAKER_GLN],
  notBefore: '2026-01-01',
  notAfter: '2030-12-31',
  issuedBy: '江苏省药品监督管理局',
  evidence: digest('evidence'),
  ...change,
});

/** `supplier` on the approved list of `maker`. */
export const approval = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  buyer: 'maker',
  entry: digest(`entry ${String(next())}`),
  supplier: 'supplier',
  site: SUPPLIER_GLN,
  material: digest('material'),
  standing: 'approved',
  nextAudit: '2027-06-30',
  qualityAgreement: digest('agreement'),
  ...change,
});

/** The cast on its network. */
export class CastOnStage {
  readonly #actors: ReadonlyMap<Name, Actor>;

  private constructor(
    readonly network: TestNetwork,
    actors: ReadonlyMap<Name, Actor>,
  ) {
    this.#actors = actors;
  }

  /** A network where everybody is registered and the two sites exist. */
  static async enter(): Promise<CastOnStage> {
    const network = await TestNetwork.open();
    const actors = new Map<Name, Actor>([
      ['regulatorRoot', network.regulator],
      ['makerRoot', await network.register('maker', ['manufacturer', 'mah'], 'ManufacturerMSP')],
      ['rivalRoot', await network.register('rival', ['manufacturer'], 'ManufacturerMSP')],
      ['supplierRoot', await network.register('supplier', ['supplier'], 'ManufacturerMSP')],
      ['pharmacyRoot', await network.register('pharmacy', ['pharmacy'], 'LogisticsMSP')],
    ]);
    for (const name of NAMES.filter((each) => !actors.has(each))) {
      const { enterprise, functions, host } = CAST[name];
      const root = actors.get(`${enterprise}Root` as Name);
      if (root !== undefined) actors.set(name, await network.admit(root, functions, host));
    }
    const stage = new CastOnStage(network, actors);
    await stage.send('makerRoot', ACTS.Enterprise.addSite, site('maker', MAKER_GLN));
    await stage.send('supplierRoot', ACTS.Enterprise.addSite, site('supplier', SUPPLIER_GLN));
    return stage;
  }

  actor(name: Name): Actor {
    const found = this.#actors.get(name);
    if (found === undefined) throw new Error(`nobody is ${name}`);
    return found;
  }

  /** Sends an act; answers VALID or the code of the refusal. */
  async send(
    name: Name,
    act: Act,
    payload: Record<string, unknown>,
    { second, seenHash = null }: { readonly second?: Actor; readonly seenHash?: string | null } = {},
  ): Promise<string> {
    const actors = second === undefined ? [this.actor(name)] : [this.actor(name), second];
    return codeOf(
      this.network.submit(this.network.envelope({ act, actors, payload, seenHash }), CAST[name].host),
    );
  }
}
