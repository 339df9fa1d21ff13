/** Serialised goods of the tests: a commission of `maker`, a case of it, and loose packs on the pharmacy's shelf. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { inclusionProof, leafOfCode, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import { FIRMS, MAKER_GLN } from './cast.js';
import { packedBatch, type Goods } from './goods.js';
import { licensed } from './orders.js';
import { digest, freshId } from './payloads.js';
import { loadPayload, shipmentPayload } from './shipments.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;

/** Hashes of the codes of a commission, in the order of its list. */
export interface CodeList {
  readonly codes: readonly string[];
  readonly root: string;
}

/** A list of codes. */
const listOf = (codes: readonly string[]): CodeList => ({
  codes,
  root: merkleRoot(codes.map((code, index) => leafOfCode(index, code))),
});

/** A list of so many codes that nobody has used yet. */
export const freshCodes = (count: number): CodeList => listOf(Array.from({ length: count }, freshId));

/** Blocks that nobody has reserved yet. */
export const reservePayload = (change: Payload = {}): Payload => ({
  enterprise: 'maker',
  companyPrefix: FIRMS.maker.companyPrefix,
  prefix: freshId(),
  keyVersion: 1,
  firstBlock: 0,
  blocks: 2,
  ...change,
});

/** A batch of `maker` part of which is serialised. */
export interface Commissioned extends CodeList {
  readonly goods: Goods;
  readonly commission: string;
}

/** A commission of a list of codes that came from elsewhere. */
export const commissionPayload = (goods: Goods, list: CodeList, change: Payload = {}): Payload => ({
  batch: goods.batch,
  site: goods.site,
  status: 'acceptable',
  count: list.codes.length,
  root: list.root,
  source: { kind: 'list', issued: list.codes.length + 2 },
  ...change,
});

/** So many packs of a batch ready for sale get their codes. @param codes that they get; fresh ones when there are none */
export const commissioned = async (
  stage: Stage,
  count = 10,
  given?: Goods,
  codes?: readonly string[],
): Promise<Commissioned> => {
  const goods = given ?? (await packedBatch(stage));
  const list = codes === undefined ? freshCodes(count) : listOf(codes);
  const payload = commissionPayload(goods, list);
  const { cmd } = await stage.must('makerProduction', ACTS.Code.commission, payload);
  return { ...list, goods, commission: cmd };
};

/** What proves the code at a place of the list. */
export const proofOf = ({ codes, commission, goods }: Commissioned, index: number): Payload => ({
  batch: goods.batch,
  commission,
  index,
  proof: inclusionProof(
    codes.map((code, i) => leafOfCode(i, code)),
    index,
  ),
});

/** Packs so many units of a commission. */
export const casePayload = (
  { goods, commission }: Commissioned,
  count: number,
  change: Payload = {},
): Payload => ({
  container: freshId(),
  holder: 'maker',
  site: goods.site,
  status: 'acceptable',
  contents: [{ from: commission, batch: goods.batch, count }],
  ...change,
});

/** A code that a gateway keeps to show it to the peers. @returns its hash */
export const keptCode = (stage: Stage, text: string): string => {
  const hash = digest(text);
  stage.network.kept.set(hash, Buffer.from(text));
  return hash;
};

/** A foreign code that nobody has used yet. @returns its hash */
export const foreignCode = (stage: Stage): string => keptCode(stage, `PACK-${freshId().slice(0, 20)}`);

/** A case of so many units. @returns its code */
export const packedCase = async (stage: Stage, made: Commissioned, count: number): Promise<string> => {
  const payload = casePayload(made, count);
  await stage.must('makerProduction', ACTS.Code.aggregate, payload);
  return payload['container'] as string;
};

/** Opens a container of one batch. */
export const openPayload = (
  container: string,
  batch: string,
  count: number,
  change: Payload = {},
): Payload => ({
  container,
  holder: 'maker',
  site: MAKER_GLN,
  status: 'acceptable',
  contents: [{ batch, count }],
  ...change,
});

/** Takes a case for sale to the pharmacy, where it is received, inspected and opened. */
const sellToPharmacy = async (
  stage: Stage,
  { goods }: Commissioned,
  container: string,
  count: number,
): Promise<void> => {
  const { batch } = goods;
  const [quantity, to] = [String(count), FIRMS.pharmacy.gln];
  await licensed(stage, 'pharmacy', 'drugDistribution');
  const way = { purpose: 'sale', consignee: 'pharmacy', to };
  const announced = shipmentPayload(batch, { ...way, lines: [{ batch, quantity, unit: 'H87' }] });
  const shipment = announced['shipment'] as string;
  const { identity } = (await stage.network.state.record(`batch~${batch}`)) as { identity: string };
  const loading = loadPayload(
    shipment,
    { batch, document: identity },
    {
      lines: [{ batch, quantity, unit: 'H87', status: 'acceptable' }],
      grants: [{ document: identity, enterprise: 'pharmacy', wrapDigest: digest('wrap') }],
    },
  );
  const custody = { shipment, counted: [{ batch, quantity }], seals: ['S-1'] };
  await stage.must('makerKeeper', ACTS.Shipment.create, announced);
  const inCase = (await stage.network.state.records('parcel~')).values();
  const picks = [...inCase].filter((each) => each['container'] === container && each['spentBy'] === null);
  await stage.must('makerKeeper', ACTS.Shipment.load, loading, {
    picks: picks.map((each) => each['parcel'] as string),
  });
  const driver = { cosigners: [stage.actor('carrierDriver')] };
  await stage.must('makerKeeper', ACTS.Shipment.handOver, { ...custody, at: null }, driver);
  const pharmacist = { cosigners: [stage.actor('pharmacist')] };
  await stage.must('carrierDriver', ACTS.Shipment.receive, custody, pharmacist);
  const shelf = { holder: 'pharmacy', batch, unit: 'H87', site: to, quantity };
  await stage.must('pharmacist', ACTS.Stock.receive, { ...shelf, shipment, into: null });
  const verdict = { status: 'quarantine', result: 'acceptable' };
  await stage.must('pharmacyReceiving', ACTS.Stock.inspect, { ...shelf, ...verdict });
  await stage.must(
    'pharmacist',
    ACTS.Code.disaggregate,
    openPayload(container, batch, count, { holder: 'pharmacy', site: to }),
  );
};

/** A commission of 10, of which so many lie loose and acceptable on the pharmacy's shelf. */
export const pharmacyStock = async (
  stage: Stage,
  count = 5,
  given?: Goods,
  codes?: readonly string[],
): Promise<Commissioned> => {
  const made = await commissioned(stage, 10, given, codes);
  await sellToPharmacy(stage, made, await packedCase(stage, made, count), count);
  return made;
};

/** The pharmacy dispenses the pack at a place of the list. */
export const dispensePayload = (made: Commissioned, index: number, change: Payload = {}): Payload => ({
  unit: made.codes[index],
  ...proofOf(made, index),
  site: FIRMS.pharmacy.gln,
  ...change,
});

/** Unspent stock of a batch: container or `loose STATUS` → how many. */
export const stockByContainer = async (
  stage: Stage,
  batch: string,
  holder: string,
): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const parcel of (await stage.network.state.records('parcel~')).values()) {
    if (parcel['batch'] !== batch || parcel['spentBy'] !== null || parcel['holder'] !== holder) continue;
    const name = (parcel['container'] as string | null) ?? `loose ${String(parcel['status'])}`;
    sums[name] = (sums[name] ?? 0) + Number(parcel['quantity']);
  }
  return sums;
};
