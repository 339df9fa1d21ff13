import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { CURRENCIES, type TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnterprises } from '../../lib/use-enterprises.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { FIGURES, useTermsDraft, type Figure, type TermsInput } from './use-terms-draft.js';

/** For whom, and what. */
export interface TermsDraft {
  readonly cdmo: string;
  readonly terms: TaskTerms;
}

interface Props {
  /** The own enterprise, which cannot commission itself. */
  readonly client: string;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (draft: TermsDraft) => void;
}

const NAMES = Object.keys(FIGURES) as Figure[];

const Figures = ({ input }: { readonly input: TermsInput }): ReactElement => {
  const { t } = useTranslation();
  const { figures, currency, setFigure, setCurrency, isWrong } = input;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t('tasks.currency')}
        data={[...CURRENCIES]}
        value={currency}
        onChange={(event) => setCurrency(event.currentTarget.value)}
      />
      {NAMES.map((name) => (
        <TextInput
          key={name}
          required
          inputMode="decimal"
          label={t(`tasks.${name}`)}
          value={figures[name]}
          onChange={(event) => setFigure(name, event.currentTarget.value)}
          error={isWrong(FIGURES[name]) ? t('tasks.wrong') : null}
        />
      ))}
    </SimpleGrid>
  );
};

const Clauses = ({
  input: { clauses, setClause, isWrong },
}: {
  readonly input: TermsInput;
}): ReactElement => {
  const { t } = useTranslation();
  const errorAt = (at: number, part: string): string | null =>
    isWrong(`clauses.${String(at)}.${part}`) ? t('tasks.wrong') : null;
  return (
    <>
      {clauses.map((clause, i) => (
        <SimpleGrid key={i} cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('tasks.clauseTitle', { number: i + 1 })}
            value={clause.title}
            onChange={(event) => setClause(i, { title: event.currentTarget.value })}
            error={errorAt(i, 'title')}
          />
          <TextInput
            label={t('tasks.clauseWords', { number: i + 1 })}
            value={clause.words}
            onChange={(event) => setClause(i, { words: event.currentTarget.value })}
            error={errorAt(i, 'words')}
          />
        </SimpleGrid>
      ))}
    </>
  );
};

/** Asks for the CDMO and the private terms. */
export const TermsForm = ({ client, preparing, error, onSubmit }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const input = useTermsDraft();
  const [chosen, setChosen] = useState<string>();
  const partners = useEnterprises().filter(
    ({ enterprise, roles }) => roles.includes('cdmo') && enterprise !== client,
  );
  const cdmo = chosen ?? partners[0]?.enterprise ?? '';
  const submit = (): void => {
    const terms = input.check();
    if (terms !== undefined && cdmo !== '') onSubmit({ cdmo, terms });
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('tasks.sealHint')}
      </Text>
      <NativeSelect
        label={t('fields.cdmo')}
        data={partners.map(({ enterprise, name }) => ({ value: enterprise, label: name }))}
        value={cdmo}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Figures input={input} />
      <Clauses input={input} />
      {error !== null && <Alert color="red">{errorText(error)}</Alert>}
      <Group>
        <Button variant="default" onClick={input.addClause}>
          {t('tasks.addClause')}
        </Button>
        <Button loading={preparing} onClick={submit}>
          {t('batches.next')}
        </Button>
      </Group>
    </Stack>
  );
};
