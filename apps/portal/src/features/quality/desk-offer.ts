/** From something at the desk to where it is done, and to the record that it is about. */
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { DESK_ACTS, type DeskItem } from '@yaosu/gateway/api/quality';
import type { Offer } from '../../ui/act-links.js';

type Named = Pick<DeskItem, 'kind' | 'key'>;

/** Names of the fields that the parts of a record's key fill in the act's form. */
const FIELDS: Readonly<Partial<Record<DeskItem['kind'], readonly string[]>>> = {
  excursion: ['shipment', 'episode'],
  oos: ['batch', 'record'],
  deviation: ['batch', 'record'],
  sample: ['batch', 'sample'],
  review: ['batch'],
  hold: ['batch', 'hold'],
};

const partsOf = (key: string): readonly string[] => splitKey(key)?.parts ?? [];

/** The act that ends the waiting, with the record filled in; undefined for a release, which has a page of its own. */
export const deskOffer = ({ kind, key }: Named): Offer | undefined => {
  const fields = FIELDS[kind];
  if (fields === undefined) return undefined;
  const parts = partsOf(key);
  return {
    act: DESK_ACTS[kind],
    fixed: Object.fromEntries(fields.map((field, i) => [field, parts[i] ?? ''])),
  };
};

/** The page of a record that a key names: its shipment's, or its batch's. */
export const pathOfKey = (key: string): string => {
  const page = splitKey(key)?.type === 'exc' ? 'shipments' : 'batches';
  return `/${page}/${partsOf(key)[0] ?? ''}`;
};

/** Where a release is looked at before it is signed. */
export const releasePath = (batch: string): string => `/batches/${batch}/release`;
