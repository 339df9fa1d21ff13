import { Button, Fieldset, Group as Row, SimpleGrid, Stack, Switch, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyDraft, emptyGroup, partAt, type Draft, type Path } from '../../lib/act-form/draft.js';
import type { Group, Leaf, List, Model } from '../../lib/act-form/field-model.js';
import { useForm } from './form-context.js';
import { LeafInput } from './leaf-input.js';
import { ItemName } from './item-name.js';

interface Props<M extends Model> {
  readonly model: M;
  readonly label: string;
  readonly path: Path;
}

const UNASKED: readonly string[] = ['newId', 'constant'];

/** Whether a field is shown: made ids, constants and what the page has decided are not. */
const isAsked = (fixed: ReadonlySet<string>, name: string, model: Model): boolean =>
  !fixed.has(name) && (model.type !== 'leaf' || !UNASKED.includes(model.kind));

/** The fields of a group; at the top those that the page has decided are left out. */
export const GroupFields = ({ model, path }: Omit<Props<Group>, 'label'>): ReactElement => {
  const { t } = useTranslation();
  const { draft, change, fixed, wrong } = useForm();
  const hidden = path.length === 0 ? fixed : new Set<string>();
  const asked = model.fields.filter(([name, field]) => isAsked(hidden, name, field));
  const leaves = asked.filter((field): field is [string, Leaf] => field[1].type === 'leaf');
  const parts = asked.filter(([, field]) => field.type !== 'leaf');
  const text = partAt(draft, [...path, 'text']);
  return (
    <Stack>
      {leaves.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {leaves.map(([name, leaf]) => (
            <LeafInput key={name} leaf={leaf} label={t(`fields.${name}`)} path={[...path, name]} />
          ))}
        </SimpleGrid>
      )}
      {model.stored && (
        <Textarea
          label={t('fields.text')}
          description={t('act.stored')}
          required
          autosize
          minRows={4}
          error={wrong.has([...path, 'plaintextDigest'].join('.')) && t('batches.wrong')}
          value={typeof text === 'string' ? text : ''}
          onChange={(event) => change([...path, 'text'], event.currentTarget.value)}
        />
      )}
      {parts.map(([name, part]) => (
        <ModelInput key={name} model={part} label={t(`fields.${name}`)} path={[...path, name]} />
      ))}
    </Stack>
  );
};

const GroupInput = ({ model, label, path }: Props<Group>): ReactElement => {
  const { draft, change } = useForm();
  const isGiven = partAt(draft, path) !== null;
  return (
    <Fieldset legend={model.nullable ? undefined : label}>
      {model.nullable && (
        <Switch
          label={label}
          checked={isGiven}
          onChange={(event) => change(path, event.currentTarget.checked ? emptyGroup(model) : null)}
          mb={isGiven ? 'md' : 0}
        />
      )}
      {isGiven && <GroupFields model={model} path={path} />}
    </Fieldset>
  );
};

const ListInput = ({ model, label, path }: Props<List>): ReactElement => {
  const { t } = useTranslation();
  const { draft, change, wrong } = useForm();
  const part = partAt(draft, path);
  const items: readonly Draft[] = Array.isArray(part) ? (part as readonly Draft[]) : [];
  const without = (index: number): Draft => items.filter((_, i) => i !== index);
  return (
    <Fieldset legend={label}>
      <Stack>
        {items.map((item, i) => (
          <Row key={i} align="flex-end" wrap="nowrap">
            <div style={{ flex: 1 }}>
              {model.element.type === 'group' ? (
                <Fieldset legend={<ItemName label={label} number={i + 1} item={item} />}>
                  <GroupFields model={model.element} path={[...path, i]} />
                </Fieldset>
              ) : (
                <ModelInput model={model.element} label={`${label} ${String(i + 1)}`} path={[...path, i]} />
              )}
            </div>
            <Button
              variant="subtle"
              color="red"
              size="xs"
              aria-label={t('act.remove')}
              onClick={() => change(path, without(i))}
            >
              ✕
            </Button>
          </Row>
        ))}
        <Row>
          <Button
            variant="default"
            size="xs"
            onClick={() => change(path, [...items, emptyDraft(model.element)])}
          >
            {t('act.add')}
          </Button>
          {wrong.has(path.join('.')) && (
            <Text size="sm" c="red">
              {t('batches.wrong')}
            </Text>
          )}
        </Row>
      </Stack>
    </Fieldset>
  );
};

/** A part of a form. */
export const ModelInput = ({ model, label, path }: Props<Model>): ReactElement => {
  if (model.type === 'leaf') return <LeafInput leaf={model} label={label} path={path} />;
  if (model.type === 'group') return <GroupInput model={model} label={label} path={path} />;
  return <ListInput model={model} label={label} path={path} />;
};
