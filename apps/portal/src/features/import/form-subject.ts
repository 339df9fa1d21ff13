/** Imports of acts that have forms: their columns are the fields of the form. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { emptyGroup, type Draft } from '../../lib/act-form/draft.js';
import { formOf, type Group, type Model } from '../../lib/act-form/field-model.js';
import { NO_VAULT, payloadOf } from '../../lib/act-form/to-payload.js';
import { VAULT } from '../../lib/act-form/vault.js';
import { partsOf, type Column, type Row } from './column.js';
import { A_FEW, type Subject } from './subject.js';

const MADE: readonly string[] = ['newId', 'constant'];
/** Column of the text of a document, which is the content that a command has the digests of. */
const TEXT: Column = {
  name: 'text',
  label: 'fields.text',
  kind: 'text',
  required: true,
  many: false,
  values: [],
};

const columnOf = (name: string, model: Model): Column | undefined => {
  const leaf = model.type === 'list' ? model.element : model;
  if (leaf.type !== 'leaf' || MADE.includes(leaf.kind)) return undefined;
  const many = model.type === 'list';
  const { kind, values, nullable } = leaf;
  return { name, label: `fields.${name}`, kind, required: !nullable && !many, many, values };
};

const columnsOf = (form: Group, own: string | undefined): readonly Column[] => {
  const fields = form.fields.filter(([name]) => name !== own);
  const columns = fields.map(([name, model]) => columnOf(name, model)).filter((each) => each !== undefined);
  return form.stored ? [...columns, TEXT] : columns;
};

interface Options {
  readonly sameness: readonly string[];
  /** Field that can only be the signer's own enterprise. */
  readonly own?: string;
  readonly makes?: Subject['makes'];
}

/** An import of an act by its form. */
export const formSubject = (act: Act, { sameness, own, makes }: Options): Subject => {
  const form = formOf(act);
  const columns = columnsOf(form, own);
  const draftOf = (row: Row, enterprise: string): Draft => {
    const cells = columns.map(({ name, many }) => [
      name,
      many ? partsOf(row[name] ?? '') : (row[name] ?? ''),
    ]);
    const filled = Object.fromEntries(cells) as Readonly<Record<string, Draft>>;
    return { ...emptyGroup(form), ...filled, ...(own === undefined ? {} : { [own]: enterprise }) };
  };
  return {
    ...{ act, columns, sameness },
    atOnce: A_FEW,
    ...(makes === undefined ? {} : { makes }),
    check: async (row, enterprise) => {
      const payload = await payloadOf(form, draftOf(row, enterprise), NO_VAULT);
      const issues = act.input.safeParse(payload).error?.issues ?? [];
      return issues.map(({ path, code }) => ({
        column: columns.find(({ name }) => name === path[0])?.name ?? TEXT.name,
        isTooLong: code === 'too_big',
      }));
    },
    payload: async (row, enterprise) =>
      act.input.parse(await payloadOf(form, draftOf(row, enterprise), VAULT)) as Record<string, unknown>,
  };
};
