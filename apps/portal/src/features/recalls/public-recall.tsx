import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecord } from '../../lib/records.js';
import { DrillBand } from '../../ui/drill-band.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { State } from '../../ui/state.js';
import { HeldOfRecall } from './held-of-recall.js';
import { InvestigationFacts } from './investigation-facts.js';
import { RecallFacts } from './recall-facts.js';

/** A signal as its reporter sees it, while there is no recall. */
const Reported = ({ id }: { readonly id: string }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Loaded query={useRecord('inv', id)}>
      {({ value, txId }) => (
        <Stack>
          <DrillBand of={value} />
          <PageHead title={t('recalls.investigation')} state={<State value={value.state} />} />
          <InvestigationFacts investigation={value} />
          <Proof txId={txId} />
        </Stack>
      )}
    </Loaded>
  );
};

/** A recall as a holder sees it: what it says, what the holder has of it, and the way to respond. */
export const PublicRecall = ({ id }: { readonly id: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useRecord('rec', id);
  if (query.isError) return <Reported id={id} />;
  return (
    <Loaded query={query}>
      {(record) => (
        <Stack>
          <DrillBand of={record.value} isAnswered />
          <PageHead
            title={t('recalls.one', { class: record.value.class })}
            state={<State value={record.value.state} />}
          />
          <RecallFacts recall={record.value} />
          <HeldOfRecall recall={record.value} />
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
