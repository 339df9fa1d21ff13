import { Alert, Button, FileInput, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import { useErrorText } from '../../ui/use-error-text.js';
import type { SubjectHead } from './subject.js';
import { FileWrong } from './table/file-wrong.js';
import { Templates } from './templates.js';
import type { Source } from './use-check.js';

/** What was chosen or pasted; a file goes before pasted rows. */
export interface Brought {
  readonly file: File | null;
  readonly pasted: string;
}

/** Nothing yet. */
export const NOTHING_BROUGHT: Brought = { file: null, pasted: '' };

interface Props {
  readonly subject: SubjectHead;
  readonly brought: Brought;
  readonly onBring: (brought: Brought) => void;
  readonly checking: boolean;
  readonly error: Error | null;
  readonly onCheck: (source: Source) => void;
}

/** A file, or rows that are pasted. */
export const TableInput = ({ subject, brought, onBring, checking, error, onCheck }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { file, pasted } = brought;
  const source = file ?? pasted;
  const faultText = (wrong: Error): string =>
    wrong instanceof FileWrong ? t(`import.faults.${wrong.fault}`, wrong.details) : errorText(wrong);
  return (
    <Section title={t('import.file')} aside={<Templates subject={subject} />}>
      <Stack gap="sm">
        <FileInput
          label={t('import.choose')}
          placeholder={t('act.choose')}
          accept=".csv,.txt,.tsv,.xlsx"
          clearable
          clearButtonProps={{ 'aria-label': t('act.remove') }}
          value={file}
          onChange={(chosen) => onBring({ file: chosen, pasted })}
        />
        <Textarea
          label={t('import.paste')}
          minRows={3}
          maxRows={10}
          autosize
          disabled={file !== null}
          value={pasted}
          onChange={(event) => onBring({ file, pasted: event.currentTarget.value })}
        />
        <Text size="xs" c="dimmed">
          {t('import.limits')}
        </Text>
        {error !== null && <Alert color="red">{faultText(error)}</Alert>}
        <Group>
          <Button loading={checking} disabled={source === ''} onClick={() => onCheck(source)}>
            {t('import.read')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};
