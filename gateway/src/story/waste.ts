/** Words of the waste act: drums, plans and manifests of the CDMO. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { yearOf } from '@yaosu/chaincode/model/kernel/time';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { PlanRecord } from '@yaosu/chaincode/model/waste/schemas';
import { ApiError } from '../api/api-error.js';
import { FIRM, glnOfSite } from './cast.js';
import { WASTE } from './figures.js';
import type { Stage } from './stage.js';

/** Who keeps the CDMO's waste. */
export const KEEPER = 'cdmo-waste';

/** A drum of its own, filled as the API batch would have filled it. @returns the hash of its code */
export const fillDrum = async (stage: Stage): Promise<string> => {
  const [stream, drum] = [stage.newId(), stage.digest('drum code')];
  await stage.send(KEEPER, wasteActs.registerStream, {
    stream,
    generator: FIRM.cdmo,
    site: glnOfSite(FIRM.cdmo),
    code: WASTE.code,
    edition: '2025',
    form: 'liquid',
    hazards: ['T', 'I'],
    hazardous: true,
    dangerousClass: '3',
    operator: FIRM.cdmo,
    details: stage.digest('composition of spent solvent'),
  });
  await stage.send(KEEPER, wasteActs.open, { drum, kind: 'drum', stream, tare: WASTE.sent.tare });
  await stage.send(KEEPER, wasteActs.fill, { drum, grams: WASTE.filled, sources: [] });
  return drum;
};

const yearNow = (stage: Stage): string => yearOf(stage.instant(0));

/** Grams reserved and settled of this year's plan with a disposer; none when there is no plan yet. */
export const planned = async (
  stage: Stage,
  disposer: string,
): Promise<Pick<PlanRecord, 'reserved' | 'settled'>> => {
  const { client } = await stage.as(KEEPER);
  const key = keyOf('plan', FIRM.cdmo, disposer, WASTE.code, yearNow(stage));
  try {
    const { reserved, settled } = (await client.read('record', { key })).record.value as PlanRecord;
    return { reserved, settled };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND')
      return { reserved: '0', settled: '0' };
    throw error;
  }
};

/** Grams that were reserved and settled of a plan since it was looked at. */
export const plannedSince = async (
  stage: Stage,
  disposer: string,
  before: Pick<PlanRecord, 'reserved' | 'settled'>,
): Promise<Pick<PlanRecord, 'reserved' | 'settled'>> => {
  const now = await planned(stage, disposer);
  const since = (part: 'reserved' | 'settled'): string =>
    (BigInt(now[part]) - BigInt(before[part])).toString();
  return { reserved: since('reserved'), settled: since('settled') };
};

/** CDMO and disposer agree on the year; both sign. */
export const plan = async (stage: Stage, disposer: string, login: string, licence: string): Promise<void> => {
  const payload = {
    generator: FIRM.cdmo,
    disposer,
    code: WASTE.code,
    year: yearNow(stage),
    licence,
    planned: WASTE.planned,
  };
  await stage.send(KEEPER, wasteActs.plan, payload, { with: [await stage.as(login)] });
};

/** A manifest of one drum to a disposer. */
export const manifestOf = (
  stage: Stage,
  drum: string,
  disposer: string,
): Record<string, unknown> & { readonly manifest: string } => ({
  manifest: stage.newId(),
  disposer,
  to: glnOfSite(disposer),
  carrier: FIRM.wasteCarrier,
  vehicle: '苏A·D0909',
  drums: [drum],
});

/** A manifest as somebody sees it whom it concerns. */
export const manifestSeen = async (
  stage: Stage,
  login: string,
  manifest: string,
): Promise<ManifestRecord> => {
  const { client } = await stage.as(login);
  const { record } = await client.read('record', { key: keyOf('man', manifest) });
  return record.value as ManifestRecord;
};
