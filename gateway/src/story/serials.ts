/** Serials of a packed batch: issued, commissioned, rejected on the line, aggregated. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { packHash, ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { leafOfCode, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import type { Lot } from './batches.js';
import type { Stage } from './stage.js';

const withCheckDigit = (body: string): string => body + gs1CheckDigit(body);

/** GS1 company prefix of the maker, as in its GLNs. */
const COMPANY = '6901004';
/** GTIN of the pack of 20 tablets. */
export const GTIN = withCheckDigit(`0${COMPANY}00021`);

/** Codes of a batch. */
export interface Serialised {
  readonly lot: Lot;
  readonly commission: string;
  /** In the order of the commission's list. */
  readonly serials: readonly string[];
  readonly leaves: readonly string[];
}

/** Leaf of every serial of a list. */
export const leavesOf = (gtin: string, serials: readonly string[]): readonly string[] =>
  serials.map((serial, index) => leafOfCode(index, packHash(gtin, serial)));

/** How many serials were issued, and what became of them. */
export interface Counts {
  readonly issued: number;
  readonly used: number;
  readonly rejected: number;
  readonly unused: number;
}

/** Reserves blocks, commissions what was packed, accounts for what the line rejected. */
export const serialise = async (stage: Stage, lot: Lot, counts: Counts): Promise<Serialised> => {
  const { batch, site, staff } = lot;
  const { client } = await stage.as(staff.production);
  const { reserve } = await client.call('codeApplication', { gtin: GTIN, count: counts.issued });
  await stage.send(staff.production, codeActs.reserve, reserve);
  const { prefix, firstBlock, blocks } = reserve;
  const wanted = { gtin: GTIN, firstBlock, blocks, count: counts.used };
  const { serials } = await client.call('codeList', wanted);
  const leaves = leavesOf(GTIN, serials);
  const { cmd: commission } = await stage.send(staff.production, codeActs.commission, {
    batch,
    site,
    status: 'quarantine',
    count: counts.used,
    root: merkleRoot(leaves),
    source: { kind: 'blocks', prefix, firstBlock, blocks },
  });
  if (counts.rejected > 0) {
    const rejects = { count: counts.rejected, fate: 'rejected', reason: 'unreadable' };
    await stage.send(staff.production, codeActs.rejectOnLine, { batch, commission, ...rejects });
  }
  const { value } = (await client.read('record', { key: keyOf('com', batch, commission) })).record;
  const [issued, used, rejected, destroyed] = ['issued', 'used', 'rejected', 'destroyed'].map((name) =>
    Number(value[name]),
  ) as [number, number, number, number];
  const unused = issued - used - rejected - destroyed;
  stage.same('serials issued, used, rejected, unused', { issued, used, rejected, unused }, counts);
  stage.same('serials destroyed', destroyed, 0);
  const { ranges } = await client.read('codeRanges', {});
  const sums = ranges.find((each) => each.commission === commission)?.sums;
  const printed = { printed: 0, unprinted: issued };
  stage.same('codes of the range', sums, {
    reserved: issued,
    free: 0,
    used,
    rejected,
    destroyed,
    unused,
    ...printed,
  });
  stage.same('uniqueness of the serials', value['uniqueness'], 'proved');
  return { lot, commission, serials, leaves };
};

/** A case or a pallet. */
export interface Container {
  readonly sscc: string;
  readonly code: string;
  readonly count: number;
}

const SSCC_RUN = 10 ** 6;

/** SSCCs of one packing: random start, then one after another. */
const newSsccs = (stage: Stage): ((n: number) => string) => {
  const [a = 0, b = 0, c = 0] = stage.ports.randomBytes(3);
  const start = String((a * 65_536 + b * 256 + c) % SSCC_RUN).padStart(6, '0');
  return (n) => withCheckDigit(`3${COMPANY}${start}${String(n).padStart(3, '0')}`);
};

/** Cases of so many packs, the last one with what is left, and one pallet of all of them. */
export const pack = async (
  stage: Stage,
  { lot, commission, serials }: Serialised,
  perCase: number,
): Promise<{ readonly cases: readonly Container[]; readonly pallet: Container }> => {
  const { batch, site, staff } = lot;
  const stand = { holder: staff.enterprise, site, status: 'quarantine' };
  const ssccOf = newSsccs(stage);
  const cases: Container[] = [];
  for (let from = 0; from < serials.length; from += perCase) {
    const sscc = ssccOf(cases.length + 1);
    const container = { sscc, code: ssccHash(sscc), count: Math.min(perCase, serials.length - from) };
    const contents = [{ from: commission, batch, count: container.count }];
    await stage.send(staff.keeper, codeActs.aggregate, { container: container.code, ...stand, contents });
    cases.push(container);
  }
  const sscc = ssccOf(0);
  const pallet = { sscc, code: ssccHash(sscc), count: serials.length };
  const contents = cases.map(({ code, count }) => ({ from: code, batch, count }));
  await stage.send(staff.keeper, codeActs.aggregate, { container: pallet.code, ...stand, contents });
  return { cases, pallet };
};
