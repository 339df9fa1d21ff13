/** Keeps what a block's acts are as bills, after its records stand in the tables. */
import type { ObjectRecord } from '@yaosu/chaincode/model/code/schemas';
import { sumOf } from '@yaosu/chaincode/model/kernel/quantity';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { stockAfter, type WrittenAct } from '../epcis/own-acts/written-act.js';
import { BILLS_OF_ACTS, type Known, type KnownShipment, type OwnBill } from './bills-of-acts.js';
import { chinaDay } from './china-day.js';

/** An act with the place of its transaction in the block. */
export interface PlacedAct {
  readonly act: WrittenAct;
  readonly position: number;
}

const strings = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter((each) => typeof each === 'string')),
];

const codedAmong = async (db: Database, batches: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{
    batch: string;
  }>`select b.batch from unnest(${[...batches]}::text[]) as b(batch)
    where exists (select 1 from records as r where r.key >= 'com~' || b.batch || '~' and r.key < 'com~' || b.batch || '~~')`.execute(
    db,
  );
  return new Set(rows.map(({ batch }) => batch));
};

const levelsOf = async (db: Database, codes: readonly string[]): Promise<Known['levels']> => {
  const { rows } = await sql<{ code: string; kind: ObjectRecord['kind'] }>`
    select value ->> 'code' as code, value ->> 'kind' as kind from records
    where key = any(${codes.map((code) => keyOf('obj', code))}::text[])`.execute(db);
  return new Map(rows.map(({ code, kind }) => [code, kind]));
};

const shipmentsOf = async (db: Database, ids: readonly string[]): Promise<Known['shipments']> => {
  const { rows } = await sql<KnownShipment & { shipment: string }>`
    select s.value ->> 'shipment' as shipment, s.value ->> 'purpose' as purpose, s.value ->> 'consignor' as consignor,
      r.value ->> 'consignee' as "refusedBy"
    from records as s left join records as r on r.key = 'ship~' || (s.value ->> 'returns')
    where s.key = any(${ids.map((id) => keyOf('ship', id))}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.shipment, row]));
};

/** Asks once for all acts of the block. */
const knownOf = async (db: Database, acts: readonly PlacedAct[]): Promise<Known> => {
  const parcels = acts.flatMap(({ act }) => stockAfter(act));
  const payloads = acts.map(({ act }) => act.command.payload);
  const batches = strings([...parcels.map(({ batch }) => batch), ...payloads.map((each) => each['batch'])]);
  return {
    coded: await codedAmong(db, batches),
    levels: await levelsOf(db, strings(parcels.map(({ container }) => container))),
    shipments: await shipmentsOf(db, strings(payloads.map((each) => each['shipment']))),
  };
};

const rowOf = (bill: OwnBill, { act: { txId, at, block }, position }: PlacedAct) => ({
  ...bill,
  id: sha256Hex(JSON.stringify([txId, bill.kind])),
  ...{ at, block, position, tx_id: txId },
  day: chinaDay(Date.parse(at)),
  batches: [...new Set(bill.lines.map(({ batch }) => batch))],
  quantity: sumOf(bill.lines.map(({ quantity }) => quantity)),
});

/** What a reversal takes back is the last time that its pack was dispensed before. */
const nameReversed = async (db: Database, block: number): Promise<void> => {
  await sql`update bills as b set reverses = (select d.id from bills as d
      where d.unit = b.unit and d.kind = 'dispense' and (d.block, d.position) < (b.block, b.position)
      order by d.block desc, d.position desc limit 1)
    where b.block = ${block}::bigint and b.kind = 'reversal'`.execute(db);
};

/** Adds the bills of a block's acts. */
export const saveBills = async (db: Database, block: number, placed: readonly PlacedAct[]): Promise<void> => {
  if (placed.length === 0) return;
  const known = await knownOf(db, placed);
  const rows = placed.flatMap((each) => {
    const { contract, act } = each.act.command;
    const bill = BILLS_OF_ACTS[`${contract}:${act}`]?.(each.act, known);
    return bill === undefined ? [] : [rowOf(bill, each)];
  });
  if (rows.length === 0) return;
  await sql`insert into bills select * from jsonb_populate_recordset(null::bills, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
  if (rows.some(({ kind }) => kind === 'reversal')) await nameReversed(db, block);
};
