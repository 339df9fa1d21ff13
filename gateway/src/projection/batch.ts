import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { areaReaders, placesOfGoods } from '../access/authority-readers.js';
import type { BatchReadersTable } from '../db/tables.js';
import type { Projected, Projector } from './projector.js';

type Reason = Pick<BatchReadersTable, 'batch' | 'reason'>;

const addReaders = (
  { rows }: Projected,
  { batch, reason }: Reason,
  enterprises: readonly (string | null)[],
  until: string | null = null,
): void => {
  for (const enterprise of enterprises)
    if (enterprise !== null) rows.put('batch_readers', { batch, enterprise, reason, until });
};

const addAreaReaders = (projected: Projected, type: 'batch' | 'parcel', reason: Reason): void => {
  const places = placesOfGoods(type, projected.value);
  if (places !== undefined) addReaders(projected, reason, areaReaders(projected.view.sites.areasOf, places));
};

/** Batches, stock, and who came to see which batch by it. */
export const batchProjectors = {
  batch: (projected) => {
    const { rows, view, origin, value } = projected;
    const { batch, issuer, owner, manufacturer, mah, kind, disposition, market, identity } =
      value as unknown as BatchRecord;
    const row = { batch, issuer, owner, manufacturer, mah, kind, disposition, market, identity, ...origin };
    rows.put('batches', row);
    view.identities.set(identity, batch);
    addReaders(projected, { batch, reason: 'party' }, [issuer, owner, manufacturer, mah]);
    addAreaReaders(projected, 'batch', { batch, reason: 'party' });
  },
  parcel: (projected) => {
    const { parcel, batch, owner, holder, site, status, quantity, unit, container, shipment, spentBy } =
      projected.value as unknown as ParcelRecord;
    projected.rows.put('parcels', {
      parcel,
      batch,
      owner,
      holder,
      site,
      status,
      quantity: toMillionths(quantity).toString(),
      unit,
      container,
      shipment,
      is_spent: spentBy !== null,
      ...projected.origin,
    });
    addReaders(projected, { batch, reason: 'holder' }, [owner, holder]);
    addAreaReaders(projected, 'parcel', { batch, reason: 'holder' });
  },
  grant: (projected) => {
    const { rows, view, value } = projected;
    const [document = '', enterprise = ''] = projected.parts;
    const batch = view.identities.get(document);
    if (batch === undefined) return;
    const isOpen = (value['withdrawnAt'] ?? null) === null;
    if (isOpen)
      addReaders(projected, { batch, reason: 'grant' }, [enterprise], value['until'] as string | null);
    else rows.remove('batch_readers', { batch, enterprise, reason: 'grant' });
  },
} satisfies Partial<Record<string, Projector>>;
