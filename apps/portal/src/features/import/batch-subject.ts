/** Batches: the words of the identity document are columns, as in the form of one batch. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { BATCH_KINDS, CONTROL_CLASSES, STORAGE_CLASSES } from '@yaosu/chaincode/model/batch/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { UNITS } from '@yaosu/chaincode/model/kernel/quantity';
import type { LeafKind } from '../../lib/act-form/leaf-kinds.js';
import {
  BATCH_VAULT,
  batchDraft,
  noBatchVault,
  registerPayload,
  type BatchDraft,
} from '../../lib/batch-draft.js';
import type { Column, Row } from './column.js';
import { A_FEW, type Issue, type Subject } from './subject.js';

const column = (
  name: keyof BatchDraft,
  kind: LeafKind,
  { values = [], required = true }: { values?: readonly string[]; required?: boolean } = {},
): Column => ({ name, label: `batches.${name}`, kind, required, many: false, values });

const COLUMNS: readonly Column[] = [
  column('name', 'text'),
  column('product', 'text'),
  column('lot', 'text'),
  column('specification', 'text'),
  column('kind', 'enum', { values: BATCH_KINDS }),
  column('site', 'gln'),
  column('manufactured', 'day'),
  column('usableUntil', 'day'),
  column('unit', 'enum', { values: UNITS }),
  column('storage', 'enum', { values: STORAGE_CLASSES }),
  column('control', 'enum', { values: CONTROL_CLASSES }),
  column('mah', 'enterprise', { required: false }),
  column('made', 'decimal', { required: false }),
  column('receivedFrom', 'batch', { required: false }),
];

const draftOf = (row: Row): Record<string, string> =>
  Object.fromEntries(COLUMNS.map(({ name }) => [name, row[name] ?? '']));

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

const issuesOf = (error: { readonly issues: readonly SchemaIssue[] } | undefined): readonly Issue[] =>
  (error?.issues ?? []).map(({ path, code }) => ({
    column: String(path[0]),
    isTooLong: code === 'too_big',
  }));

/** `Batch.register`, row by row. */
export const batchSubject: Subject = {
  act: batchActs.register,
  columns: COLUMNS,
  sameness: ['product', 'lot'],
  atOnce: A_FEW,
  check: async (row, own) => {
    const { data, error } = batchDraft.safeParse(draftOf(row));
    if (data === undefined) return issuesOf(error);
    const payload = await registerPayload(data, own, noBatchVault(own));
    return issuesOf(batchActs.register.input.safeParse(payload).error);
  },
  payload: async (row, own) =>
    batchActs.register.input.parse(await registerPayload(batchDraft.parse(draftOf(row)), own, BATCH_VAULT)),
  makes: async ({ product = '', lot = '' }) => keyOf('batch', await BATCH_VAULT.id(product, lot)),
};
