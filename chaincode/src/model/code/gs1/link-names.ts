/** Names that GS1 Digital Link 1.1 allowed in place of AIs; later editions read AIs only. */

/** Name → AI. */
const LINK_NAMES: Readonly<Record<string, string>> = {
  gtin: '01',
  itip: '8006',
  gmn: '8013',
  cpid: '8010',
  shipTo: '410',
  billTo: '411',
  purchasedFrom: '412',
  shipFor: '413',
  gln: '414',
  payTo: '415',
  glnProd: '416',
  party: '417',
  gsrnp: '8017',
  gsrn: '8018',
  gcn: '255',
  sscc: '00',
  gdti: '253',
  ginc: '401',
  gsin: '402',
  grai: '8003',
  giai: '8004',
  cpv: '22',
  lot: '10',
  ser: '21',
  glnx: '254',
  refno: '8020',
  srin: '8019',
  cpsn: '8011',
  exp: '17',
  expdt: '7003',
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(LINK_NAMES).map(([name, ai]) => [ai, name]),
);

/** A name that some write; the edition has none for this AI. */
const FURTHER: Readonly<Record<string, string>> = { tpx: '235' };
const AIS: ReadonlyMap<string, string> = new Map(Object.entries({ ...LINK_NAMES, ...FURTHER }));

/** The AI that a part of a path stands for: itself, or what the name means. */
export const aiOfName = (part: string): string => AIS.get(part) ?? part;

/** The name of an AI; the AI where it has none. */
export const nameOfAi = (ai: string): string => NAMES.get(ai) ?? ai;
