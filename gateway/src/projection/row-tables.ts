/** Tables that a block's rows are collected for: their key, and what a later row of the same key brings up to date. */
import type { Tables } from '../db/tables.js';

type Column<T extends keyof Tables> = keyof Tables[T] & string;

interface RowTable<T extends keyof Tables> {
  readonly key: readonly Column<T>[];
  /** Columns taken from the later row; none: the first row stays; `never`: a second row is an error. */
  readonly renewed: readonly Column<T>[] | 'never';
}

/** Of a table that rows are removed from every column beside the key is renewed: a row that comes back is a whole one. */
export const ROW_TABLES = {
  blocks: { key: ['number'], renewed: 'never' },
  transactions: { key: ['block', 'index'], renewed: 'never' },
  records: { key: ['key'], renewed: ['type', 'value', 'hash', 'cmd', 'block', 'tx_id'] },
  enterprises: { key: ['enterprise'], renewed: ['host_msp'] },
  enterprise_roles: { key: ['enterprise', 'role'], renewed: [] },
  sites: { key: ['enterprise', 'gln'], renewed: [] },
  licences: { key: ['enterprise', 'number'], renewed: ['kind', 'not_after'] },
  keys: { key: ['kid'], renewed: [] },
  batches: { key: ['batch'], renewed: ['owner', 'mah', 'disposition', 'market'] },
  batch_readers: { key: ['batch', 'enterprise', 'reason'], renewed: ['until'] },
  parcels: {
    key: ['parcel'],
    renewed: ['owner', 'holder', 'site', 'status', 'quantity', 'container', 'shipment', 'is_spent'],
  },
  edges: { key: ['from_batch', 'to_batch'], renewed: ['kind'] },
  stops: { key: ['batch', 'investigation'], renewed: ['provisional', 'lifted'] },
  readings: { key: ['logger', 'sequence'], renewed: 'never' },
  epcis_captures: { key: ['capture'], renewed: 'never' },
  epcis_events: { key: ['enterprise', 'hash', 'declared', 'event_id'], renewed: 'never' },
  epcis_epcs: { key: ['enterprise', 'epc', 'part', 'hash', 'declared'], renewed: [] },
} as const satisfies { readonly [T in keyof Tables]?: RowTable<T> };

/** Tables whose rows are collected. */
export type RowTableName = keyof typeof ROW_TABLES;
