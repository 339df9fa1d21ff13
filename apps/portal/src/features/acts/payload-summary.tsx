import { Card, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { useValueText } from '../../ui/use-value-text.js';
import type { Draft } from '../../lib/act-form/draft.js';
import type { Group, Leaf, Model } from '../../lib/act-form/field-model.js';
import { splitLogger } from '../../lib/act-form/logger-draft.js';

interface Part {
  /** Name of the field. */
  readonly name: string;
  readonly model: Model;
  readonly value: unknown;
  readonly draft: Draft;
}

const TYPED: readonly string[] = [
  'statement',
  'code',
  'ownProduct',
  'ownMaterial',
  'material',
  'ownSerials',
  'sscc',
];
const LONG = 40;

const TextValue = ({ leaf, value, draft }: { leaf: Leaf; value: string; draft: Draft }): ReactElement => {
  if (TYPED.includes(leaf.kind) && typeof draft === 'string' && draft !== value) return <>{draft}</>;
  if (leaf.kind === 'logger' && typeof draft === 'string') return <>{splitLogger(draft).number}</>;
  return value.length > LONG ? <Hash value={value} /> : <>{value}</>;
};

interface LeafPart {
  readonly leaf: Leaf;
  readonly name: string;
  readonly value: unknown;
  readonly draft: Draft;
}

const LeafValue = ({ leaf, name, value, draft }: LeafPart): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (typeof value === 'boolean') return <>{t(value ? 'act.yes' : 'act.no')}</>;
  if (typeof value === 'number') return <>{value}</>;
  if (typeof value !== 'string') return <>–</>;
  if (leaf.kind === 'batch') return <BatchName id={value} />;
  if (leaf.kind === 'enterprise') return <Firm id={value} />;
  if (leaf.kind === 'enum') return <>{textOf(value, name)}</>;
  return <TextValue leaf={leaf} value={value} draft={draft} />;
};

const partOf = (draft: Draft, name: string | number): Draft =>
  typeof draft === 'object' && draft !== null
    ? ((draft as Record<string | number, Draft>)[name] ?? null)
    : null;

const Value = ({ model, name, value, draft }: Part): ReactElement => {
  if (model.type === 'leaf') return <LeafValue leaf={model} name={name} value={value} draft={draft} />;
  if (value === null || value === undefined) return <>–</>;
  if (model.type === 'group') return <GroupSummary form={model} value={value} draft={draft} />;
  const items = value as readonly unknown[];
  return (
    <Stack gap="xs">
      {items.length === 0
        ? '–'
        : items.map((item, i) => (
            <Value key={i} model={model.element} name={name} value={item} draft={partOf(draft, i)} />
          ))}
    </Stack>
  );
};

const GroupSummary = ({
  form,
  value,
  draft,
}: {
  form: Group;
  value: unknown;
  draft: Draft;
}): ReactElement => {
  const { t } = useTranslation();
  const values = value as Record<string, unknown>;
  const text = partOf(draft, 'text');
  const facts: (readonly [string, ReactNode])[] = form.fields.map(([name, model]) => [
    t(`fields.${name}`),
    <Value key={name} model={model} name={name} value={values[name]} draft={partOf(draft, name)} />,
  ]);
  return (
    <Facts facts={form.stored && typeof text === 'string' ? [...facts, [t('fields.text'), text]] : facts} />
  );
};

/** A payload in the reader's words, above the bytes that are signed. */
export const PayloadSummary = ({
  form,
  payload,
  draft,
  title,
}: {
  readonly form: Group;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly draft: Draft;
  readonly title: string;
}): ReactElement => (
  <Card withBorder padding="md">
    <Stack gap="sm">
      <Text fw={600}>{title}</Text>
      <GroupSummary form={form} value={payload} draft={draft} />
    </Stack>
  </Card>
);
