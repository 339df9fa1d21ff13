import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { useRecord, useRecords, type RecordOf } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { DigestMatch } from '../../ui/digest-match.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const Opened = ({ document }: { readonly document: ReadAnswer<'document'> }): ReactElement => {
  const { t } = useTranslation();
  const { salt, content, plaintextDigest } = document;
  if (salt === null || content === null) return <Text c="dimmed">{t('documents.away')}</Text>;
  const matches = sha256Hex(`${salt}${canonicalJson(content)}`) === plaintextDigest;
  const facts = Object.entries(content).map(
    ([name, value]) =>
      [
        t([`batches.${name}`, `fields.${name}`, name]),
        typeof value === 'string' ? value : JSON.stringify(value),
      ] as const,
  );
  return (
    <>
      <Facts facts={facts} />
      <DigestMatch matches={matches} />
    </>
  );
};

const Grants = ({ document }: { readonly document: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useRecords('grant');
  return (
    <Section title={t('documents.grants')}>
      <Loaded query={query}>
        {(records) => (
          <RecordTable
            rows={records.filter(({ value }) => value.document === document && value.withdrawnAt === null)}
            rowKey={({ key }) => key}
            empty={t('documents.noGrants')}
            columns={[
              [t('fields.enterprise'), ({ value }) => <Firm id={value.enterprise} />],
              [t('cols.until'), ({ value }) => value.until ?? t('documents.forGood')],
              [t('cols.block'), ({ block }) => block],
              [
                t('cols.does'),
                (record) => (
                  <ActLinks
                    offers={[
                      {
                        act: HEADS.Document.withdraw,
                        fixed: { document, enterprise: record.value.enterprise },
                      },
                    ]}
                    seen={record}
                    small
                  />
                ),
              ],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};

const OwnPart = ({ record }: { readonly record: RecordOf<'doc'> }): ReactElement => {
  const { t } = useTranslation();
  const { document, owner, batch, supersededBy, ciphertextDigest } = record.value;
  return (
    <>
      <Section title={t('detail.facts')}>
        <Facts
          facts={[
            [t('cols.owner'), <Firm key="owner" id={owner} />],
            [t('cols.about'), batch === null ? '–' : <BatchName key="batch" id={batch} />],
            [t('cols.document'), <Hash key="id" value={document} />],
            [t('documents.content'), <Hash key="digest" value={ciphertextDigest} />],
            [t('fields.replacement'), supersededBy === null ? '–' : <Hash key="new" value={supersededBy} />],
          ]}
        />
      </Section>
      <Grants document={document} />
      <Proof txId={record.txId} />
    </>
  );
};

const OwnHead = ({ record }: { readonly record: RecordOf<'doc'> }): ReactElement => {
  const textOf = useValueText();
  const { document, kind, state } = record.value;
  const isIdentity = kind === 'batchIdentity';
  const others = [HEADS.Document.supersede, HEADS.Document.revoke];
  const acts = [HEADS.Document.grant, ...(isIdentity || state === 'revoked' ? [] : others)];
  return (
    <PageHead title={textOf(kind)} state={<State value={state} />}>
      <ActLinks offers={acts.map((act) => ({ act, fixed: { document } }))} seen={record} />
    </PageHead>
  );
};

/** A document: its content as the person may open it, and for its owner who else may. */
export const DocumentPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const opened = useQuery({ queryKey: ['document', id], queryFn: () => api.read('document', { id }) });
  const own = useRecord('doc', id);
  return (
    <Stack>
      {own.data === undefined ? <PageHead title={t('documents.one')} /> : <OwnHead record={own.data} />}
      <Section title={t('documents.content')}>
        <Loaded query={opened}>{(document) => <Opened document={document} />}</Loaded>
      </Section>
      {own.data !== undefined && <OwnPart record={own.data} />}
    </Stack>
  );
};
