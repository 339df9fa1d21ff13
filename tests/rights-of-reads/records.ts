/** Records by type of key: one of each, and who sees it. */
import type { CallerName } from './callers.js';
import { BATCH_READERS } from './objects.js';
import type { RecordRow } from './row.js';

/** On the way: shipper, carrier and consignee, and the authorities of goods that move. */
const OF_SHIPMENT: readonly CallerName[] = ['maker', 'carrier', 'wholesaler', 'drug', 'transport', 'customs'];
const OF_WASTE: readonly CallerName[] = ['cdmo', 'environment'];
const OF_MANIFEST: readonly CallerName[] = ['cdmo', 'wasteCarrier', 'disposer', 'environment', 'transport'];
const { packed, supplied, first, apiAtMaker } = BATCH_READERS;

/** Type → its record and readers. */
export const RECORDS: readonly RecordRow[] = [
  { type: 'set', what: 'set', readers: 'everybody' },
  { type: 'node', what: 'node', readers: 'everybody' },
  { type: 'ent', what: 'ent', readers: 'everybody' },
  { type: 'role', what: 'role', readers: 'everybody' },
  { type: 'lic', what: 'lic', readers: 'everybody' },
  { type: 'site', what: 'site', readers: 'everybody' },
  { type: 'gcp', what: 'gcp', readers: 'everybody' },
  { type: 'gcpin', what: 'gcpin', readers: 'everybody' },
  { type: 'key', what: 'key', readers: 'everybody' },
  { type: 'prof', what: 'prof', readers: 'everybody' },
  { type: 'rec', what: 'rec', readers: 'everybody' },
  // Who is on a firm's list is that firm's business, not the supplier's.
  { type: 'appr', what: 'appr', readers: ['cdmo'] },
  { type: 'batch', what: 'batch', readers: packed, batch: 'packed' },
  { type: 'hold', what: 'hold', readers: packed, batch: 'packed' },
  { type: 'stop', what: 'stop', readers: first, batch: 'first' },
  // Who sees what grew may see of what.
  { type: 'edge', what: 'edge', readers: first, batch: 'first' },
  { type: 'qa', what: 'qa', readers: supplied, batch: 'supplied' },
  { type: 'com', what: 'com', readers: packed, batch: 'packed' },
  { type: 'obj', what: 'obj', readers: packed },
  { type: 'recb', what: 'recb', readers: apiAtMaker, batch: 'apiAtMaker' },
  { type: 'parcel', what: 'parcel', readers: ['maker', 'drug'] },
  // Another province's pharmacy: this province's authority does not see it.
  { type: 'parcel', what: 'parcelFar', readers: ['pharmacy'] },
  { type: 'alloc', what: 'alloc', readers: ['maker', 'drug'] },
  { type: 'unit', what: 'unit', readers: ['pharmacy'] },
  // Whoever handles the packs scans them by either code.
  { type: 'alias', what: 'alias', readers: packed, batch: 'packed' },
  { type: 'aliasend', what: 'aliasend', readers: packed, batch: 'packed' },
  { type: 'names', what: 'names', readers: ['maker', 'drug'] },
  { type: 'order', what: 'order', readers: ['cdmo', 'supplier', 'drug'] },
  { type: 'ship', what: 'ship', readers: OF_SHIPMENT },
  { type: 'trip', what: null, readers: [] },
  { type: 'page', what: 'page', readers: OF_SHIPMENT },
  { type: 'exc', what: 'exc', readers: OF_SHIPMENT },
  // By who sees the load that it is about.
  { type: 'inc', what: 'incShip', readers: OF_SHIPMENT },
  { type: 'inc', what: 'incMan', readers: OF_MANIFEST },
  { type: 'doc', what: 'doc', readers: ['maker'] },
  { type: 'grant', what: 'grant', readers: ['maker', 'wholesaler'] },
  { type: 'stream', what: 'stream', readers: OF_WASTE },
  { type: 'drum', what: 'drum', readers: OF_WASTE },
  { type: 'fill', what: 'fill', readers: OF_WASTE },
  { type: 'grp', what: 'grp', readers: OF_WASTE },
  { type: 'trig', what: 'trig', readers: OF_WASTE },
  { type: 'man', what: 'man', readers: OF_MANIFEST },
  { type: 'plan', what: 'plan', readers: ['cdmo', 'disposer', 'environment'] },
  { type: 'inv', what: 'inv', readers: ['maker', 'supplier', 'cdmo', 'pharmacy', 'drug'] },
  { type: 'ans', what: 'ans', readers: ['maker', 'drug'] },
  { type: 'ans', what: 'ansFar', readers: ['wholesaler'] },
  { type: 'task', what: 'task', readers: ['maker', 'cdmo', 'drug'] },
  // They lie in collections, and in no answer.
  { type: 'terms', what: null, readers: [] },
  // The firm at whose site it was opened sees that it was.
  { type: 'case', what: 'case', readers: ['maker', 'drug', 'drugSilent'] },
  { type: 'disp', what: 'disp', readers: ['maker', 'pharmacy', 'drug'] },
  { type: 'att', what: 'att', readers: ['cdmo'] },
  { type: 'cmd', what: 'cmd', readers: ['cdmo'] },
  { type: 'cmd', what: 'cmdPlain', readers: [] },
];

/** Types about which an authority asks without a purpose: what everybody may know, and what it does itself. */
export const FREE_TYPES: readonly string[] = (
  'set node ent role lic site gcp gcpin key prof rec case att cmd' as const
).split(' ');

/** Keys that are free, and who is told so: everybody where records are public, else the one whose own it would be. */
export const FREE_KEYS: readonly {
  readonly key: string;
  readonly told: readonly CallerName[] | 'everybody';
}[] = [
  { key: 'ent~nobody-of-this-name', told: 'everybody' },
  { key: 'rec~{}', told: 'everybody' },
  { key: 'appr~anhe-pharma~{}', told: ['maker'] },
  { key: 'alloc~anhe-pharma~{}~0', told: ['maker'] },
  { key: 'grant~{}~huida-wholesale', told: ['wholesaler'] },
  { key: 'plan~qingtai-cdmo~jingyuan-disposal~900-402-06~2026', told: ['cdmo'] },
  { key: 'ans~{}~renxin-pharmacy', told: ['pharmacy'] },
  { key: 'case~{}', told: [] },
  { key: 'batch~{}', told: [] },
  { key: 'doc~{}', told: [] },
  { key: 'ship~{}', told: [] },
  { key: 'man~{}', told: [] },
];
