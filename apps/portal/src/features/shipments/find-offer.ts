import { readRecords, type RecordOf } from '../../lib/records.js';

/** The shipment whose last offer has this code, among those that the person may see; null when there is none. @throws ApiError */
export const findOffer = async (code: string): Promise<RecordOf<'ship'> | null> => {
  let cursor: string | undefined;
  do {
    const { records, next } = await readRecords('ship', { cursor });
    const found = records.find(({ value }) => value.offer?.code === code);
    if (found !== undefined) return found;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return null;
};
