import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { isGood, type JudgedRow } from './judged-row.js';
import { MoreRows } from './more-rows.js';
import { SaveRows } from './save-rows.js';
import type { SubjectHead } from './subject.js';
import { MOST_LOOKED_UP, type Checked } from './use-check.js';
import { useImportWords } from './use-words.js';

interface Props {
  readonly subject: SubjectHead;
  readonly checked: Checked;
  readonly preparing: boolean;
  readonly error: Error | null;
  readonly onReview: (good: readonly JudgedRow[]) => void;
}

/** Every row with what is wrong in it, those with errors first. */
export const Preview = ({ subject, checked, preparing, error, onReview }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { labelOf, problemText } = useImportWords(subject);
  const good = checked.rows.filter(isGood);
  const bad = checked.rows.filter((row) => !isGood(row));
  const telling = subject.columns.filter(({ name }) => subject.sameness.includes(name));
  const faulty = bad.map(({ cells, problems }) => ({ cells, problem: problemText(problems) }));
  return (
    <Section title={t('import.preview')}>
      <Group gap="xs">
        <Badge color="teal" variant="light">
          {t('import.good', { count: good.length })}
        </Badge>
        <Badge color={bad.length > 0 ? 'red' : 'gray'} variant="light">
          {t('import.bad', { count: bad.length })}
        </Badge>
        {bad.length > 0 && <SaveRows subject={subject} rows={faulty} label={t('import.saveBad')} />}
      </Group>
      {subject.isLookedUp && checked.rows.length > MOST_LOOKED_UP && (
        <Text size="xs" c="dimmed">
          {t('import.notLookedUp', { most: MOST_LOOKED_UP })}
        </Text>
      )}
      <MoreRows rows={[...bad, ...good]}>
        {(shown) => (
          <RecordTable
            rows={shown}
            rowKey={({ line }) => String(line)}
            columns={[
              [t('import.row'), ({ line }) => line],
              ...telling.map(
                (column) => [labelOf(column), ({ cells }: JudgedRow) => cells[column.name] ?? ''] as const,
              ),
              [
                t('import.problem'),
                ({ problems }) =>
                  problems.length > 0 && (
                    <Text size="sm" c="red.8">
                      {problemText(problems)}
                    </Text>
                  ),
              ],
            ]}
          />
        )}
      </MoreRows>
      <Stack gap="sm">
        {error !== null && <Alert color="red">{errorText(error)}</Alert>}
        <Group>
          <Button loading={preparing} disabled={good.length === 0} onClick={() => onReview(good)}>
            {t('import.review', { count: good.length })}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};
