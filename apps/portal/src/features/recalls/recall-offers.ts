/** Acts on an investigation and on the recall that it may have become. */
import { HEADS, type ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { InvestigationRecord, RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import { INVESTIGATION_ACTS, type InvestigationState } from '@yaosu/chaincode/model/recall/states';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Offer } from '../../ui/act-links.js';
import { proposeReconciliation, proposeResponse, type Held } from './propose-counts.js';

type Recall = ReadAnswer<'recall'>;
type Members = Recall['members'];

const isNext = (act: keyof typeof INVESTIGATION_ACTS, state: InvestigationState): boolean =>
  (INVESTIGATION_ACTS[act] as readonly InvestigationState[]).includes(state);

const batchesOf = (members: Members): readonly string[] => members.map(({ batch }) => batch);

/** What the investigator and the authority may do next, with the batches that it is about. */
export const investigationOffers = (
  { investigation, state, batch, roots }: InvestigationRecord,
  read: Recall,
): readonly Offer[] => {
  const { members } = read;
  const provisional = batchesOf(members.filter(({ stopped }) => stopped === 'provisional'));
  const undecided = members.filter(({ verdict }) => verdict === null);
  const decisions = undecided.map((member) => ({ batch: member.batch, verdict: 'inScope', reason: '' }));
  const steps: readonly (readonly [keyof typeof INVESTIGATION_ACTS, ActHead, Record<string, unknown>])[] = [
    ['investigate', HEADS.Recall.investigate, { roots: [batch] }],
    ['stop', HEADS.Recall.stop, { batches: roots }],
    ['confirmStops', HEADS.Recall.confirmStops, { batches: provisional }],
    ['decide', HEADS.Recall.decide, { decisions }],
    ['open', HEADS.Recall.open, { orderNo: null }],
    ['close', HEADS.Recall.close, { counts: proposeReconciliation(read) }],
  ];
  return steps
    .filter(([name]) => isNext(name, state))
    .filter(([name]) => name !== 'confirmStops' || provisional.length > 0)
    .filter(([name]) => name !== 'decide' || undecided.length > 0)
    .filter(([name]) => name !== 'open' || undecided.length === 0)
    .map(([, act, start]) => ({ act, fixed: { investigation }, start }));
};

/** The response of a holder, with what it holds of the recalled batches. */
export const responseOffer = (
  { recall, state, batches }: RecallRecord,
  held: readonly Held[],
): readonly Offer[] =>
  state === 'open'
    ? [
        {
          act: HEADS.Recall.respond,
          fixed: { investigation: recall },
          batches,
          start: {
            informed: { of: 0, count: 0 },
            counts: proposeResponse(held),
          },
        },
      ]
    : [];

/** The case that an authority may open for a member of the closure, to see its whole way. */
export const caseOffer = (root: string, owner: string): readonly Offer[] => [
  {
    act: HEADS.Authority.openCase,
    fixed: { root, parcel: null },
    start: { site: { enterprise: owner, gln: '' } },
  },
];
