import { Card } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import type { BatchDraft } from '../../lib/batch-draft.js';

/** A draft in the reader's words, above the bytes that are signed. */
export const BatchDraftSummary = ({ draft }: { readonly draft: BatchDraft }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="md">
      <Facts
        facts={[
          [t('batches.name'), draft.name],
          [t('batches.product'), draft.product],
          [t('batches.lot'), draft.lot],
          [t('batches.kind'), t(`kinds.${draft.kind}`)],
          [t('batches.manufactured'), draft.manufactured],
          [t('batches.usableUntil'), draft.usableUntil],
        ]}
      />
    </Card>
  );
};
