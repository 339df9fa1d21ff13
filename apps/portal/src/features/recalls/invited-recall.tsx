import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { parseRecord, useRecord } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { DrillBand } from '../../ui/drill-band.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { useValueText } from '../../ui/use-value-text.js';
import { HeldOfRecall } from './held-of-recall.js';
import { RecallFacts } from './recall-facts.js';

/** The firm's response as it stands; null when there is none yet. @throws ApiError */
const readAnswer = async (recall: string, enterprise: string) => {
  try {
    const { record } = await api.read('record', { key: keyOf('ans', recall, enterprise) });
    return parseRecord('ans', record).value;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return null;
    throw error;
  }
};

/** Whether there is something to answer still: a later response takes the place of an earlier one. */
const Standing = ({ recall }: { readonly recall: RecallRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { enterprise } = useSignedIn();
  const query = useQuery({
    queryKey: ['answer', recall.recall],
    queryFn: () => readAnswer(recall.recall, enterprise),
  });
  return (
    <Loaded query={query}>
      {(answer) => (
        <>
          {recall.state === 'closed' && (
            <Alert color="yellow" role="status">
              {t('invitations.recallClosed')}
            </Alert>
          )}
          {answer !== null && (
            <Alert color="teal" role="status" title={t('invitations.answered')}>
              <Text size="sm">
                <Moment at={answer.at} /> · {textOf(answer.stage)}
              </Text>
              {recall.state === 'open' && <Text size="sm">{t('invitations.answerAgain')}</Text>}
            </Alert>
          )}
        </>
      )}
    </Loaded>
  );
};

/** A recall as somebody sees it who was invited to answer it. */
export const InvitedRecall = ({ id }: { readonly id: string }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Loaded query={useRecord('rec', id)}>
      {({ value }) => (
        <Stack>
          <DrillBand of={value} isAnswered />
          <Title order={2} size="h4">
            {t('recalls.one', { class: value.class })}
          </Title>
          <Standing recall={value} />
          <HeldOfRecall recall={value} />
          <RecallFacts recall={value} />
        </Stack>
      )}
    </Loaded>
  );
};
