import { Checkbox, NativeSelect, Select, TextInput, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../lib/wall-clock.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useValueText } from '../../ui/use-value-text.js';
import { useChoices } from './choices.js';
import { partAt, type Path } from '../../lib/act-form/draft.js';
import type { Leaf } from '../../lib/act-form/field-model.js';
import { useForm } from './form-context.js';
import { CHOICE_KINDS, type LeafKind } from '../../lib/act-form/leaf-kinds.js';
import { LoggerInput } from './logger-input.js';

interface Props {
  readonly leaf: Leaf;
  readonly label: string;
  readonly path: Path;
}
interface Common {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | false;
}
interface InputProps extends Common {
  readonly leaf: Leaf;
  /** Name of the field. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const TYPES: Partial<Readonly<Record<LeafKind, string>>> = { day: 'date', instant: 'datetime-local' };
const MODES: Partial<Readonly<Record<LeafKind, 'decimal' | 'numeric'>>> = {
  decimal: 'decimal',
  grams: 'numeric',
  number: 'numeric',
};

/** An authority has no batches of its own: it is told the id; who buys without an approved list names the material. */
const TYPED_WITHOUT_CHOICE: Partial<Readonly<Record<LeafKind, string>>> = {
  batch: 'act.batchId',
  material: 'act.opaque',
};

/** What is chosen from is there before anything can be chosen or typed: whatever comes later would wipe it out. */
const ChoiceInput = ({ leaf, value, onChange, error, ...common }: InputProps): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { about } = useForm();
  const choices = useChoices(leaf.kind, about);
  const hint = TYPED_WITHOUT_CHOICE[leaf.kind];
  if (hint !== undefined && choices.data?.length === 0) {
    return (
      <TextInput
        {...common}
        error={error}
        description={t(hint)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Select
      {...common}
      error={choices.isError ? errorText(choices.error) : error}
      data={choices.data ?? []}
      disabled={choices.isPending}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      onDropdownOpen={() => {
        if (choices.isError) void choices.refetch();
      }}
      clearable={leaf.nullable}
      searchable
      placeholder={t(
        choices.isPending ? 'loading' : choices.data?.length === 0 ? 'act.noChoice' : 'act.choose',
      )}
    />
  );
};

const EnumInput = ({ leaf, name, value, onChange, ...common }: InputProps): ReactElement => {
  const textOf = useValueText();
  const options = leaf.values.map((each) => ({ value: each, label: textOf(each, name) }));
  const data = leaf.nullable ? [{ value: '', label: '–' }, ...options] : options;
  return (
    <NativeSelect
      {...common}
      data={data}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

const HINTS: Partial<Readonly<Record<LeafKind, string>>> = {
  code: 'act.code',
  sscc: 'act.sscc',
  ownProduct: 'act.opaque',
  ownMaterial: 'act.opaque',
  ownSerials: 'act.opaque',
};

/** What ticking a field does and does not do. */
const FLAG_HINTS: Readonly<Record<string, string>> = { drill: 'drills.hint' };

/** What the page proposes is an instant in UTC; it is shown and typed as the clock on the wall has it. */
const shownOf = (kind: LeafKind, value: string): string =>
  kind === 'instant' && value.endsWith('Z') ? wallClock(value) : value;

const PlainInput = ({ leaf, value, onChange, ...common }: InputProps): ReactElement => {
  const { t } = useTranslation();
  if (leaf.kind === 'statement') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        description={t('act.statement')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={TYPES[leaf.kind] ?? 'text'}
      inputMode={MODES[leaf.kind]}
      description={HINTS[leaf.kind] === undefined ? undefined : t(HINTS[leaf.kind] ?? '')}
      value={shownOf(leaf.kind, value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

const inputFor = (leaf: Leaf): ((props: InputProps) => ReactElement) => {
  if (leaf.kind === 'enum') return EnumInput;
  if (leaf.kind === 'logger') return LoggerInput;
  return CHOICE_KINDS.includes(leaf.kind) ? ChoiceInput : PlainInput;
};

/** One value of a form. */
export const LeafInput = ({ leaf, label, path }: Props): ReactElement => {
  const { t } = useTranslation();
  const { draft, change, wrong } = useForm();
  const value = partAt(draft, path);
  const name = String(path.findLast((step) => typeof step === 'string'));
  if (leaf.kind === 'boolean') {
    const hint = FLAG_HINTS[name];
    return (
      <Checkbox
        label={label}
        description={hint === undefined ? undefined : t(hint)}
        checked={value === true}
        onChange={(event) => change(path, event.currentTarget.checked)}
      />
    );
  }
  const Input = inputFor(leaf);
  return (
    <Input
      leaf={leaf}
      name={name}
      label={label}
      required={!leaf.nullable}
      error={wrong.has(path.join('.')) && t('batches.wrong')}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => change(path, next)}
    />
  );
};
