/** Acts on an investigation and on the recall that it may have become. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import {
  NOTHING_COUNTED,
  type InvestigationRecord,
  type RecallRecord,
} from '@yaosu/chaincode/model/recall/schemas';
import { INVESTIGATION_ACTS, type InvestigationState } from '@yaosu/chaincode/model/recall/states';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Offer } from '../../ui/act-links.js';

type Members = ReadAnswer<'recall'>['members'];

const isNext = (act: keyof typeof INVESTIGATION_ACTS, state: InvestigationState): boolean =>
  (INVESTIGATION_ACTS[act] as readonly InvestigationState[]).includes(state);

const batchesOf = (members: Members): readonly string[] => members.map(({ batch }) => batch);

/** What the investigator and the authority may do next, with the batches that it is about. */
export const investigationOffers = (
  { investigation, state, batch, roots }: InvestigationRecord,
  members: Members,
): readonly Offer[] => {
  const provisional = batchesOf(members.filter(({ stopped }) => stopped === 'provisional'));
  const undecided = members.filter(({ verdict }) => verdict === null);
  const decisions = undecided.map((member) => ({ batch: member.batch, verdict: 'inScope', reason: '' }));
  const steps: readonly (readonly [keyof typeof INVESTIGATION_ACTS, Act, Record<string, unknown>])[] = [
    ['investigate', recallActs.investigate, { roots: [batch] }],
    ['stop', recallActs.stop, { batches: roots }],
    ['confirmStops', recallActs.confirmStops, { batches: provisional }],
    ['decide', recallActs.decide, { decisions }],
    ['open', recallActs.open, { orderNo: null }],
    ['close', recallActs.close, { counts: [] }],
  ];
  return steps
    .filter(([name]) => isNext(name, state))
    .filter(([name]) => name !== 'confirmStops' || provisional.length > 0)
    .map(([, act, start]) => ({ act, fixed: { investigation }, start }));
};

/** The response of a holder, with what it holds of the recalled batches. */
export const responseOffer = (
  { recall, state }: RecallRecord,
  held: readonly { readonly batch: string; readonly unit: string; readonly quantity: string }[],
): readonly Offer[] =>
  state === 'open'
    ? [
        {
          act: recallActs.respond,
          fixed: { investigation: recall },
          start: {
            informed: { of: 0, count: 0 },
            counts: held.map(({ batch, unit, quantity }) => ({
              batch,
              unit,
              ...NOTHING_COUNTED,
              received: quantity,
              onHand: quantity,
            })),
          },
        },
      ]
    : [];
