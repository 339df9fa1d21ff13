import { Stack, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignCommand } from '../../ui/sign-command.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { useSignedIn } from '../../lib/session.js';
import type { BatchDraft } from '../../lib/batch-draft.js';
import { RegisterBatchForm } from './register-batch-form.js';
import { BatchDraftSummary } from './batch-draft-summary.js';
import { usePrepareBatch } from './use-prepare-batch.js';

/** Form → identity document in the vault → the command, shown and signed → the batch's page. */
export const RegisterBatchPage = (): ReactElement => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const [draft, setDraft] = useState<BatchDraft>();
  const prepare = usePrepareBatch(session);
  const back = (): void => prepare.reset();
  return (
    <Stack maw={860}>
      <Title order={1} size="h3">
        {t('batches.register')}
      </Title>
      {prepare.data === undefined || draft === undefined ? (
        <RegisterBatchForm
          enterprise={session.enterprise}
          initial={draft}
          preparing={prepare.isPending}
          error={prepare.error}
          onSubmit={(filled) => {
            setDraft(filled);
            prepare.mutate(filled);
          }}
        />
      ) : (
        <SignCommand
          command={prepare.data}
          signingKey={session.key}
          summary={<BatchDraftSummary draft={draft} />}
          onBack={back}
          onDone={(submitted) => {
            sayDone(submitted);
            void navigate(
              submitted.state === 'committed'
                ? `/batches/${String(prepare.data.payload['batch'])}`
                : '/batches',
            );
          }}
        />
      )}
    </Stack>
  );
};
