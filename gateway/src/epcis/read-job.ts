import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { attestationActs } from '@yaosu/chaincode/model/attestation/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { ApiError } from '../api/api-error.js';
import type { CaptureJob, ErrorBehaviour } from '../api/epcis.js';
import type { FinalState, JournalEntry } from '../journal/journal.js';
import type { Services } from '../services.js';
import { epcisProblem } from './problems.js';
import { perPageOf, tokenOf, type Parameters } from './parse-query.js';
import { refuse } from './parameter-values.js';
import { selectCaptures } from './queries.js';

type Capture = Awaited<ReturnType<ReturnType<typeof selectCaptures>['executeTakeFirst']>>;

const jobOfCapture = (job: string, capture: NonNullable<Capture>): CaptureJob => {
  const errors = capture.errors.map(({ at, problems }) =>
    epcisProblem(
      new ApiError('EPCIS_DOCUMENT_INVALID', {
        issues: problems.map((problem) => `eventList.${String(at)}.${problem}`),
      }),
    ),
  );
  const isCaptured = capture.state === 'captured';
  if (!isCaptured)
    errors.push(epcisProblem(new ApiError('EPCIS_ORIGINAL_MISSING', { state: capture.state })));
  return {
    captureID: job,
    createdAt: capture.received_at,
    finishedAt: capture.timestamp,
    running: false,
    success: errors.length === 0,
    captureErrorBehaviour: capture.behaviour as ErrorBehaviour,
    errors: errors as CaptureJob['errors'],
    events: capture.events,
    duplicates: capture.duplicates,
    attestation: keyOf('att', capture.capture),
    txId: capture.tx_id,
    block: capture.block,
  };
};

const isCaptureOf = (entry: JournalEntry, enterprise: string): boolean => {
  const { command } = JSON.parse(entry.envelope) as Envelope;
  const { contract, name } = attestationActs.attest;
  return (
    command.contract === contract &&
    command.act === name &&
    command.payload['kind'] === 'epcis' &&
    command.parties.some((party) => party.enterprise === enterprise)
  );
};

/** Still on its way, or refused by the ledger. */
const jobOfEntry = ({ cmd, receivedAt, state, envelope }: JournalEntry): CaptureJob => {
  const { command } = JSON.parse(envelope) as Envelope;
  const refused = state.name === 'refused' ? new ApiError(state.code, state.details) : undefined;
  return {
    captureID: cmd,
    createdAt: receivedAt,
    finishedAt: null,
    running: refused === undefined,
    success: refused === undefined,
    captureErrorBehaviour: 'rollback',
    errors: refused === undefined ? [] : [epcisProblem(refused) as Record<string, unknown>],
    events: Number(command.payload['count']),
    duplicates: 0,
    attestation: null,
    txId: null,
    block: null,
  };
};

const isCommitted = (state: JournalEntry['state']): state is Extract<FinalState, { name: 'committed' }> =>
  state.name === 'committed';

/** A job of the enterprise; another's is answered like one that does not exist. @throws ApiError RECORD_NOT_FOUND */
export const readCaptureJob = async (
  { db, journal, projection }: Services,
  enterprise: string,
  job: string,
): Promise<CaptureJob> => {
  const entry = await journal.find(job);
  if (entry !== undefined && isCommitted(entry.state)) await projection.reached(entry.state.block);
  const capture = await selectCaptures(db, enterprise).where('c.job', '=', job).executeTakeFirst();
  if (capture !== undefined) return jobOfCapture(job, capture);
  if (entry === undefined || !isCaptureOf(entry, enterprise)) throw new ApiError('RECORD_NOT_FOUND');
  return jobOfEntry(entry);
};

const PLACE = /^(\d{1,15}) ([0-9a-f]{64})$/;
const CONTROLS = ['perPage', 'nextPageToken'];

const placeOf = (token: string): readonly [block: number, job: string] => {
  const [, block, job = ''] = PLACE.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  return block === undefined ? refuse('nextPageToken') : [Number(block), job];
};

/** A page of an enterprise's captures that the ledger has, the newest first. @throws ApiError QUERY_INVALID */
export const listCaptureJobs = async (
  { db }: Services,
  enterprise: string,
  parameters: Parameters,
): Promise<{ readonly jobs: readonly CaptureJob[]; readonly next: string | null }> => {
  const unknown = Object.keys(parameters).find((each) => !CONTROLS.includes(each));
  if (unknown !== undefined) return refuse(unknown);
  const limit = perPageOf(parameters);
  const token = tokenOf(parameters);
  let query = selectCaptures(db, enterprise).orderBy('c.block', 'desc').orderBy('c.job', 'desc');
  if (token !== undefined) {
    const [block, job] = placeOf(token);
    query = query.where((eb) =>
      eb.or([eb('c.block', '<', block), eb.and([eb('c.block', '=', block), eb('c.job', '<', job)])]),
    );
  }
  const read = await query.limit(limit + 1).execute();
  const page = read.slice(0, limit);
  const last = page.at(-1);
  const next =
    read.length > limit && last !== undefined
      ? Buffer.from(`${String(last.block)} ${last.job}`, 'utf8').toString('base64url')
      : null;
  return { jobs: page.map((capture) => jobOfCapture(capture.job, capture)), next };
};
