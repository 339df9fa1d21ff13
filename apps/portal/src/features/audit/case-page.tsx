import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecord } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchGenealogy } from '../../ui/batch-genealogy.js';
import { BatchTrail } from '../../ui/batch-trail.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

/** An authority's case: why it was opened, and, while it is open, the whole way of its root. */
export const CasePage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { id = '' } = useParams();
  return (
    <Loaded query={useRecord('case', id)}>
      {(record) => {
        const { value } = record;
        const isOpen = value.closedAt === null;
        return (
          <Stack>
            <PageHead title={t('audit.case')} state={<State value={isOpen ? 'open' : 'closed'} />}>
              {isOpen && (
                <ActLinks offers={[{ act: HEADS.Authority.closeCase, fixed: { case: id } }]} seen={record} />
              )}
            </PageHead>
            <Section title={t('detail.facts')}>
              <Facts
                facts={[
                  [t('fields.root'), <Hash key="root" value={value.root} />],
                  [t('cols.purpose'), textOf(value.purpose)],
                  [t('fields.grounds'), <Statement key="grounds" digest={value.grounds} />],
                  [t('cols.who'), <Signer key="by" by={value.openedBy} />],
                  [t('cols.opened'), <Moment key="opened" at={value.openedAt} />],
                  [t('waste.closed'), <Moment key="closed" at={value.closedAt} />],
                ]}
              />
            </Section>
            {isOpen && (
              <>
                <BatchGenealogy batch={value.root} />
                <BatchTrail batch={value.root} />
              </>
            )}
            <Proof txId={record.txId} />
          </Stack>
        );
      }}
    </Loaded>
  );
};
