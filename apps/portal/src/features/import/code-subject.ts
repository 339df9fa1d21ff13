/** Ranges of serials: a row is an application, and the gateway says which blocks it comes to. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { applicationBody, SERIAL_SCHEMES } from '@yaosu/gateway/api/codes';
import { api } from '../../lib/api.js';
import type { Row } from './column.js';
import type { Subject } from './subject.js';

const draftOf = ({ gtin, scheme, count, firstBlock = '' }: Row): Record<string, unknown> => ({
  gtin,
  scheme,
  count: Number(count),
  firstBlock: firstBlock === '' ? null : Number(firstBlock),
});

/** `Code.reserve`, row by row. */
export const codeSubject: Subject = {
  act: codeActs.reserve,
  columns: [
    { name: 'gtin', label: 'fields.prefix', kind: 'ownSerials', required: true, many: false, values: [] },
    {
      ...{ name: 'scheme', label: 'codes.scheme', kind: 'enum', required: true, many: false },
      values: Object.keys(SERIAL_SCHEMES),
    },
    { name: 'count', label: 'codes.needed', kind: 'number', required: true, many: false, values: [] },
    {
      ...{ name: 'firstBlock', label: 'fields.firstBlock', kind: 'number', required: false, many: false },
      values: [],
    },
  ],
  sameness: ['gtin', 'scheme', 'firstBlock'],
  // The first free block is known when the row before stands on the ledger.
  atOnce: 1,
  check: (row) => {
    const issues = applicationBody.safeParse(draftOf(row)).error?.issues ?? [];
    return Promise.resolve(issues.map(({ path }) => ({ column: String(path[0]), isTooLong: false })));
  },
  payload: async (row) => {
    const { reserve } = await api.call('codeApplication', applicationBody.parse(draftOf(row)));
    return codeActs.reserve.input.parse(reserve);
  },
};
