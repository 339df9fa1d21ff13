/** Events of an act as rows of the read model, in the tables of captured events. */
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import type { EpcisEpcsTable } from '../../db/epcis-tables.js';
import type { RowOf } from '../../projection/block-rows.js';
import { eventRows } from '../event-rows.js';
import { EVENTS_OF_ACTS } from './events-of-acts.js';
import { batchName, OWN_CONTEXT, parcelName } from './names.js';
import type { OwnEvent } from './own-event.js';
import type { WrittenAct } from './written-act.js';

/** Whose the events of the ledger are: no enterprise has this name. */
export const LEDGER = '';

/** What events of the ledger add to the read model. */
export interface OwnRows {
  readonly event: RowOf<'epcis_events'>;
  readonly epcs: readonly RowOf<'epcis_epcs'>[];
}

const wholeEvent = ({ event, batches }: OwnEvent, { command, at, txId, block }: WrittenAct) => ({
  ...event,
  eventTime: at,
  eventTimeZoneOffset: '+00:00',
  'yaosu:origin': 'judged',
  'yaosu:act': `${command.contract}.${command.act}`,
  'yaosu:txId': txId,
  'yaosu:block': block,
  ...(batches.length === 0 ? {} : { 'yaosu:batch': batches.map(batchName) }),
});

const partsOf = ({ stock, taken }: OwnEvent): readonly Pick<EpcisEpcsTable, 'epc' | 'part'>[] => [
  ...stock.map((parcel) => ({ epc: parcelName(parcel), part: 'stock' as const })),
  ...taken.map((parcel) => ({ epc: parcelName(parcel), part: 'taken' as const })),
];

const rowsOf = (own: OwnEvent, act: WrittenAct, recordedAt: string, position: number): OwnRows => {
  const event = wholeEvent(own, act);
  const hash = eventDigest(event, [OWN_CONTEXT]);
  const { event: columns, epcs } = eventRows({ at: position, hash, event }, [OWN_CONTEXT]);
  const { declared } = columns;
  return {
    event: {
      ...columns,
      enterprise: LEDGER,
      record_time: recordedAt,
      capture: act.txId,
      batches: 'batches' in own.seenBy ? [...own.seenBy.batches] : [],
      records: 'records' in own.seenBy ? [...own.seenBy.records] : [],
      block: act.block,
      tx_id: act.txId,
    },
    epcs: [...epcs, ...partsOf(own)].map((each) => ({ enterprise: LEDGER, hash, declared, ...each })),
  };
};

/** Rows of the events that an act is; none for most acts. */
export const ownEventRows = (act: WrittenAct, recordedAt: string): readonly OwnRows[] => {
  const { contract, act: name } = act.command;
  const events = EVENTS_OF_ACTS[`${contract}:${name}`]?.(act) ?? [];
  return events.map((own, position) => rowsOf(own, act, recordedAt, position));
};
