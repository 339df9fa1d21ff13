/** Bills of a day here against those that the platform lists. */
import type { BillDifference } from '../api/bills.js';
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { BillRow } from './queries.js';
import type { ListedBill, TracePlatform } from './trace-platform.js';

/** A bill of the day, and whether the platform has accepted it as far as is known here. */
export interface OwnBillOfDay extends Pick<BillRow, 'id' | 'quantity'> {
  readonly externalNo: string | null;
}

const MOST_PAGES = 10_000;
const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;

/** All bills of a day that the platform lists. @throws when it does not answer, or finds no end */
export const listedBills = async (
  platform: TracePlatform,
  enterprise: string,
  day: string,
): Promise<readonly ListedBill[]> => {
  const all: ListedBill[] = [];
  let cursor: string | null = null;
  for (let i = 0; i < MOST_PAGES; i += 1) {
    const { bills, next } = await platform.billsOf(enterprise, day, cursor);
    all.push(...bills);
    if (next === null) return all;
    cursor = next;
  }
  throw new Error('LIST_WITHOUT_END');
};

const isSameQuantity = (here: string, there: string): boolean =>
  DECIMAL.test(there) && toMillionths(here) === toMillionths(there);

/** What does not agree; a bill whose answer is not known yet is no difference. */
export const differencesOf = (
  here: readonly OwnBillOfDay[],
  there: readonly ListedBill[],
): readonly BillDifference[] => {
  const own = new Map(here.map((each) => [each.id, each]));
  const listed = new Set(there.map(({ bill }) => bill));
  const missing = here.filter(({ id, externalNo }) => externalNo !== null && !listed.has(id));
  const odd = there.flatMap(({ bill, externalNo, quantity }): BillDifference[] => {
    const known = own.get(bill);
    if (known === undefined) return [{ what: 'foreign', bill, externalNo, here: null, there: quantity }];
    if (isSameQuantity(known.quantity, quantity)) return [];
    return [{ what: 'quantity', bill, externalNo, here: known.quantity, there: quantity }];
  });
  return [
    ...missing.map(({ id, externalNo, quantity }) => {
      return { what: 'missing', bill: id, externalNo, here: quantity, there: null } as const;
    }),
    ...odd,
  ];
};
