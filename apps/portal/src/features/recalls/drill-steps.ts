/** How long a recall drill took, step by step. */
import type { InvestigationRecord, RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';

/** Something that a drill measures. */
export interface DrillStep {
  readonly step: 'signalled' | 'started' | 'sealed' | 'opened' | 'answered' | 'silent' | 'closed';
  /** Whose answer it is. */
  readonly holder: string | null;
  /** Null while it is awaited. */
  readonly at: string | null;
}

type Read = Pick<ReadAnswer<'recall'>, 'holders' | 'responses' | 'sealedAt'>;
type Started = Pick<InvestigationRecord, 'signalledAt' | 'startedAt'>;

/** The steps in their order, what is awaited last; of each holder its last answer, or that there is none. */
export const drillSteps = (
  { signalledAt, startedAt }: Started,
  recall: Pick<RecallRecord, 'openedAt' | 'closedAt'> | null,
  { holders, responses, sealedAt }: Read,
): readonly DrillStep[] => {
  const answered = new Set(responses.map(({ enterprise }) => enterprise));
  const silent = new Set(holders.map(({ holder }) => holder).filter((holder) => !answered.has(holder)));
  const answers = responses
    .map(({ enterprise, at }) => ({ step: 'answered', holder: enterprise, at }) as const)
    .sort((one, other) => one.at.localeCompare(other.at));
  return [
    { step: 'signalled', holder: null, at: signalledAt },
    { step: 'started', holder: null, at: startedAt },
    { step: 'sealed', holder: null, at: sealedAt },
    { step: 'opened', holder: null, at: recall?.openedAt ?? null },
    ...answers,
    ...[...silent].map((holder) => ({ step: 'silent', holder, at: null }) as const),
    { step: 'closed', holder: null, at: recall?.closedAt ?? null },
  ];
};

const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** From one instant to a later one, in whole hours, minutes and seconds. */
export const lengthOf = (
  from: string,
  to: string,
): { readonly hours: number; readonly minutes: number; readonly seconds: number } => {
  const whole = Math.floor(Math.max(0, Date.parse(to) - Date.parse(from)) / SECOND_MS);
  return {
    hours: Math.floor(whole / HOUR_S),
    minutes: Math.floor((whole % HOUR_S) / MINUTE_S),
    seconds: whole % MINUTE_S,
  };
};
