import { EnvelopeJudge } from '@yaosu/network/proof/judge-envelope';
import { trust as trustSchema, type Trust } from '../../api/checkpoint-schemas.js';
import { checkEvent } from './check-event.js';
import { checkAnchor, checkCosignatures, checkLedger, checkLog } from './check-log.js';
import {
  checkCommands,
  checkEndorsements,
  checkOrder,
  checkRecords,
  checkValidity,
  judgeAll,
} from './check-transactions.js';
import { checked, type Check } from './checks.js';
import { parseBundle } from './parse-bundle.js';

/** What a bundle was judged to be. */
export interface Verdict {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

const verdictOf = (checks: readonly Check[]): Verdict => ({ ok: checks.every(({ ok }) => ok), checks });

/** Judges a bundle with nothing but what is trusted: no network, no clock. */
export const verifyBundle = async (text: string, trust: Trust): Promise<Verdict> => {
  const parsed = parseBundle(text);
  if ('wrong' in parsed) return verdictOf([checked('form', [parsed.wrong], '')]);
  const { bundle } = parsed;
  const judge = new EnvelopeJudge(trust.organisations);
  const all = await judgeAll(bundle, judge);
  return verdictOf([
    checked('form', [], `${String(bundle.records.length)} records, version 1`),
    checkLedger(bundle, trust),
    checkCosignatures(bundle, trust),
    checkLog(bundle),
    checkValidity(all),
    checkEndorsements(all),
    await checkCommands(bundle, all, trust),
    checkRecords(bundle, all),
    checkOrder(bundle, all),
    checkAnchor(bundle, trust),
    ...checkEvent(text, bundle),
  ]);
};

/** What a trust file says; a gateway's answer holds it as a member. @throws when it is none */
export const parseTrust = (text: string): Trust => {
  const value = JSON.parse(text) as { readonly trust?: unknown };
  return trustSchema.parse(value.trust ?? value);
};
