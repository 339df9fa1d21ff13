import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { CURRENCIES, taskTerms, type TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnterprises } from '../../lib/use-enterprises.js';
import { useErrorText } from '../../ui/use-error-text.js';

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

/** Figures by the path of the field in the terms. */
const FIGURES = {
  price: 'price.amount',
  floorPercent: 'yield.floorPercent',
  perDayLatePercent: 'compensation.perDayLatePercent',
  perPercentShortPercent: 'compensation.perPercentShortPercent',
  atMostPercent: 'compensation.atMostPercent',
} as const;
type Figure = keyof typeof FIGURES;
const NAMES = Object.keys(FIGURES) as Figure[];
const CDMO = 'cdmo';

interface Clause {
  readonly title: string;
  readonly words: string;
}

const draftOf = (
  figures: Readonly<Record<Figure, string>>,
  currency: string,
  clauses: readonly Clause[],
): object => {
  const { price, floorPercent, ...compensation } = figures;
  return { price: { amount: price, currency }, yield: { floorPercent }, compensation, clauses };
};

/** Asks for private terms, checked by the schema that both sides read them with. */
export const TermsForm = ({ client, preparing, error, onSubmit }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const partners = useEnterprises().filter(
    ({ enterprise, roles }) => roles.includes('cdmo') && enterprise !== client,
  );
  const [chosen, setChosen] = useState<string>();
  const [figures, setFigures] = useState<Readonly<Record<Figure, string>>>({
    price: '',
    floorPercent: '',
    perDayLatePercent: '',
    perPercentShortPercent: '',
    atMostPercent: '',
  });
  const [currency, setCurrency] = useState<string>(CURRENCIES[0]);
  const [clauses, setClauses] = useState<readonly Clause[]>([{ title: '', words: '' }]);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const cdmo = chosen ?? partners[0]?.enterprise ?? '';
  const errorAt = (path: string): string | null => (wrong.has(path) ? t('tasks.wrong') : null);
  const change = (at: number, part: Partial<Clause>): void =>
    setClauses(clauses.map((clause, i) => (i === at ? { ...clause, ...part } : clause)));
  const submit = (): void => {
    const said = clauses.filter(({ title, words }) => title !== '' || words !== '');
    const parsed = taskTerms.safeParse(draftOf(figures, currency, said));
    setWrong(new Set(parsed.error?.issues.map(({ path }) => path.join('.'))));
    if (parsed.success && cdmo !== '') onSubmit({ cdmo, terms: parsed.data });
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('tasks.sealHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('fields.cdmo')}
          data={partners.map(({ enterprise, name }) => ({ value: enterprise, label: name }))}
          value={cdmo}
          onChange={(event) => setChosen(event.currentTarget.value)}
          name={CDMO}
        />
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
            onChange={(event) => setFigures({ ...figures, [name]: event.currentTarget.value.trim() })}
            error={errorAt(FIGURES[name])}
          />
        ))}
      </SimpleGrid>
      {clauses.map((clause, i) => (
        <SimpleGrid key={i} cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('tasks.clauseTitle', { number: i + 1 })}
            value={clause.title}
            onChange={(event) => change(i, { title: event.currentTarget.value })}
            error={errorAt(`clauses.${String(i)}.title`)}
          />
          <TextInput
            label={t('tasks.clauseWords', { number: i + 1 })}
            value={clause.words}
            onChange={(event) => change(i, { words: event.currentTarget.value })}
            error={errorAt(`clauses.${String(i)}.words`)}
          />
        </SimpleGrid>
      ))}
      {error !== null && <Alert color="red">{errorText(error)}</Alert>}
      <Group>
        <Button variant="default" onClick={() => setClauses([...clauses, { title: '', words: '' }])}>
          {t('tasks.addClause')}
        </Button>
        <Button loading={preparing} onClick={submit}>
          {t('batches.next')}
        </Button>
      </Group>
    </Stack>
  );
};
