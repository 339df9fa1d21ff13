import * as z from 'zod';

const PARCEL_REF = /^([0-9a-f]{64})~(0|[1-9]\d{0,3})$/;

/** Names a parcel: the transaction that made it and its number therein, joined by `~`. */
export const parcelRef = z.string().regex(PARCEL_REF, 'PARCEL').meta({ id: 'ParcelRef' });

/** The key parts of a parcel. */
export const partsOfParcel = (ref: string): readonly [string, string] => {
  const [, transaction = '', index = ''] = PARCEL_REF.exec(ref) ?? [];
  return [transaction, index];
};
