/** Readings as they come in: judged with all that the logger told of the shipment before. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { telemetryActs } from '../../model/telemetry/acts.js';
import {
  excursionRecord,
  pageRecord,
  profileRecord,
  type PageRecord,
  type ProfileRecord,
  type Summary,
} from '../../model/telemetry/schemas.js';
import { assertReadable } from '../../rules/telemetry/assert-readable.js';
import { boundsOf, type Bound } from '../../rules/telemetry/bounds.js';
import { excursionsOf, type Excursion } from '../../rules/telemetry/excursions.js';
import { findBreaches, findDoubts, verdictOf } from '../../rules/telemetry/judge-readings.js';
import { foldSummaries, overlap, summarisePage } from '../../rules/telemetry/summarise.js';
import { pageRoot } from '../../signing/page-root.js';
import { assertConcerned, signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { policyOf } from '../goods/hosts.js';
import type { Handlers } from '../new-contract.js';
import { loadShipment, putShipment } from '../shipment/load-shipment.js';
import { withCondition } from './load-status.js';
import { namedOn } from '../../rules/shipment/named-on.js';

type Recording = Parameters<Handlers<typeof telemetryActs>['recordPages']>[0];

/** Profile that a shipment is judged by, undefined when it names none. */
export const profileOf = async (
  { state }: ActTransaction,
  { profile }: ShipmentRecord,
): Promise<ProfileRecord | undefined> =>
  profile === null ? undefined : state.get(profileRecord, 'prof', profile.product, String(profile.edition));

/** Signed by the logger's own key, whose id is the logger's. */
const isLoggerSigned = (tx: Recording): boolean => {
  const { key, kid } = signer(tx, 'reporter');
  return key.kind === 'logger' && kid === tx.payload.logger;
};

/** @throws LOGGER_UNKNOWN, PAGE_EXISTS, PAGE_VALUES_WRONG */
const assertNew = async (tx: Recording, shipment: ShipmentRecord): Promise<void> => {
  const { logger, pages } = tx.payload;
  if (!shipment.loggers.includes(logger)) throw new YaosuError('LOGGER_UNKNOWN', { logger });
  for (const page of pages) {
    assertReadable(page, tx.at);
    if (await tx.state.has('page', logger, String(page.sequence))) {
      throw new YaosuError('PAGE_EXISTS', { sequence: page.sequence });
    }
  }
};

interface Judged {
  readonly summaries: readonly Summary[];
  readonly whole: Summary;
  readonly bounds: readonly Bound[];
  readonly told: Pick<PageRecord, 'verdict' | 'doubts'>;
}

/** Bounds of the profile; none when earlier pages were recorded before it was there, which leaves them unproven. */
const boundsFor = (earlier: readonly PageRecord[], profile: ProfileRecord | undefined): readonly Bound[] => {
  const bounds = profile === undefined ? [] : boundsOf(profile);
  return earlier.every(({ summary }) => summary.tallies.length === bounds.length) ? bounds : [];
};

const judge = (tx: Recording, earlier: readonly PageRecord[], profile: ProfileRecord | undefined): Judged => {
  const { pages, calibratedUntil } = tx.payload;
  const bounds = boundsFor(earlier, profile);
  const summaries = pages.map((page) => summarisePage(bounds, page));
  const all = [...earlier.map(({ summary }) => summary), ...summaries];
  if (overlap(all)) throw new YaosuError('PAGES_OVERLAP');
  const whole = foldSummaries(bounds, all);
  const hasProfile = bounds.length > 0;
  const evidence = [
    { isLoggerSigned: isLoggerSigned(tx), calibratedUntil, hasProfile },
    ...earlier.map((page) => ({ ...page, isLoggerSigned: page.source === 'loggerSigned', hasProfile })),
  ];
  const sequences = [...earlier, ...pages].map(({ sequence }) => sequence);
  const doubts = findDoubts(whole, evidence, sequences);
  const verdict = verdictOf(findBreaches(bounds, whole), doubts);
  return { summaries, whole, bounds, told: { verdict, doubts: [...doubts] } };
};

const putExcursions = async (
  tx: Recording,
  record: ShipmentRecord,
  known: readonly Excursion[],
  found: readonly Excursion[],
): Promise<void> => {
  const { shipment } = record;
  const policy = await policyOf(tx, record.owner, namedOn(record));
  for (const excursion of found) {
    const parts = [shipment, excursion.episode];
    const isKnown = known.some(({ episode }) => episode === excursion.episode);
    if (isKnown) tx.state.put('exc', parts, excursion);
    else tx.state.putGuarded('exc', parts, excursion, policy);
  }
  const keys = found.map(({ episode }) => keyOf('exc', shipment, episode));
  tx.emit('TelemetryExcursionFound', keys);
  if (record.condition === 'pending') return;
  putShipment(tx, record, await withCondition(tx, record, 'pending'), 'TelemetryExcursionFound');
};

/** Handler of `Telemetry.recordPages`. */
export const recordPages: Handlers<typeof telemetryActs>['recordPages'] = async (tx) => {
  const { shipment, logger, pages, calibratedUntil } = tx.payload;
  const record = await loadShipment(tx, shipment);
  assertConcerned(tx, 'reporter', [...namedOn(record), record.owner, record.holder]);
  await assertNew(tx, record);
  const all = await tx.state.range(pageRecord, 'page', logger);
  const earlier = all.filter((page) => page.shipment === shipment);
  const reporter = signedByOf(tx, 'reporter');
  const profile = await profileOf(tx, record);
  const judged = await tx.judgement.whereabouts([reporter.enterprise, record.owner], () =>
    judge(tx, earlier, profile),
  );
  const source = isLoggerSigned(tx) ? 'loggerSigned' : 'uploaded';
  const policy = await policyOf(tx, record.owner, namedOn(record));
  const common = { logger, shipment, source, calibratedUntil, reporter, ...judged.told };
  for (const [i, page] of pages.entries()) {
    const sequence = String(page.sequence);
    const written = {
      ...common,
      sequence: page.sequence,
      root: pageRoot(logger, page),
      summary: judged.summaries[i],
    };
    tx.state.putGuarded('page', [logger, sequence], written, policy);
  }
  const keys = pages.map(({ sequence }) => keyOf('page', logger, String(sequence)));
  tx.emit('TelemetryPagesRecorded', keys);
  const known = await tx.state.range(excursionRecord, 'exc', shipment);
  const breaches = findBreaches(judged.bounds, judged.whole);
  const found = excursionsOf(breaches, known, { shipment, logger, at: tx.at });
  if (found.length > 0) await putExcursions(tx, record, known, found);
  return { key: keys[0] ?? '' };
};
