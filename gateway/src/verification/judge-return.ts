/** What is answered of a returned pack: scenarios A to E of the guideline, 8.3 to 8.10. */
import type { Verdict } from '../api/verification.js';

/** What is known of a pack that went out under this code. */
export interface ReturnFacts {
  /** Undefined: the name of its lot cannot be read here. */
  readonly isLotRight: boolean | undefined;
  readonly isExpiryRight: boolean;
  /** Dispensed, lost, stolen, destroyed or sampled, or seen where it cannot be. */
  readonly isSuspect: boolean;
  readonly isRecalled: boolean;
  readonly isExpired: boolean;
  /** Nothing of its lot may be sold, for whatever reason. */
  readonly isBarred: boolean;
}

type Reason = NonNullable<Verdict['verificationFailureReason']>;

const no = (
  verificationFailureReason: Reason,
  additionalInfo?: NonNullable<Verdict['additionalInfo']>,
): Verdict => ({
  verified: false,
  verificationFailureReason,
  ...(additionalInfo && { additionalInfo }),
});

const MISMATCHES: readonly (readonly [isLotRight: boolean, isExpiryRight: boolean, reason: Reason])[] = [
  [false, false, 'No_match_GTIN_Serial_Lot_Expiry'],
  [false, true, 'No_match_GTIN_Serial_Lot'],
  [true, false, 'No_match_GTIN_Serial_Expiry'],
];

/** The gravest comes first. A pack of a recalled or expired lot is told as such, and never verified: whoever asks means to sell it. */
const UNFIT: readonly (readonly [keyof ReturnFacts, Verdict])[] = [
  ['isSuspect', no('Not_for_re-distribution', 'Suspect')],
  ['isRecalled', no('Manufacturer_policy', 'Recalled')],
  ['isExpired', no('Manufacturer_policy', 'Expired')],
  ['isBarred', no('Manufacturer_policy')],
];

/** Scenario D: what cannot be told is not guessed. */
export const UNTOLD = no('No_reason_provided');
/** No pack went out under this code. */
export const UNKNOWN_PACK = no('No_match_GTIN_Serial');

/** What does not match comes before what is unfit: whoever cannot name the pack learns nothing of it. */
export const judgeReturn = (facts: ReturnFacts): Verdict => {
  const { isLotRight, isExpiryRight } = facts;
  if (isLotRight === undefined) return UNTOLD;
  const mismatch = MISMATCHES.find(([lot, expiry]) => lot === isLotRight && expiry === isExpiryRight);
  if (mismatch !== undefined) return no(mismatch[2]);
  return UNFIT.find(([fact]) => facts[fact])?.[1] ?? { verified: true };
};
