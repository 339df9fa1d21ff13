import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Site } from '../../ui/site.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

const signed = (at: string | undefined, by: ReactNode): ReactNode =>
  at === undefined ? (
    '–'
  ) : (
    <>
      <Moment at={at} /> · {by}
    </>
  );

/** What was written on the way: why it was not loaded, what the scales have printed, what proves its disposal. */
const Papers = ({ manifest }: { readonly manifest: ManifestRecord }): ReactElement | null => {
  const { t } = useTranslation();
  const papers = [
    [t('fields.evidence'), manifest.refusal?.evidence],
    [t('fields.weighbridge'), manifest.received?.weighbridge],
    [t('fields.certificate'), manifest.closed?.certificate],
  ] as const;
  const written = papers.flatMap(([name, digest]) => (digest ? [[name, digest] as const] : []));
  const record = keyOf('man', manifest.manifest);
  return written.length === 0 ? null : (
    <Facts
      facts={written.map(([name, digest]) => [
        name,
        <Statement key={name} digest={digest} record={record} />,
      ])}
    />
  );
};

/** From the generator's gate to the acceptor's scales: who, when, with which signature. */
export const ManifestWay = ({ manifest }: { readonly manifest: ManifestRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { departed, received, closed, refusal } = manifest;
  return (
    <Section title={t('detail.facts')}>
      <Facts
        facts={[
          [t('cols.generator'), <Firm key="generator" id={manifest.generator} />],
          [t('cols.carrier'), <Firm key="carrier" id={manifest.carrier} />],
          [t('cols.disposer'), <Firm key="disposer" id={manifest.disposer} />],
          [t('cols.from'), <Site key="from" of={manifest.generator} gln={manifest.from} />],
          [t('cols.vehicle'), manifest.vehicle],
          [t('cols.to'), <Site key="to" of={manifest.disposer} gln={manifest.to} />],
          [t('waste.departed'), signed(departed?.at, departed && <Signer by={departed.generator} />)],
          [t('fields.received'), signed(received?.at, received && <Signer by={received.acceptor} />)],
          ...(refusal === null
            ? []
            : [
                [t('waste.refusedLoading'), signed(refusal.at, <Signer by={refusal.driver} />)] as const,
                [t('cols.refusal'), textOf(refusal.reason)] as const,
              ]),
          [t('waste.closed'), signed(closed?.at, closed && <Signer by={closed.by} />)],
          [t('waste.permit'), manifest.permit ?? '–'],
          [t('waste.external'), manifest.externalNo ?? '–'],
          [t('cols.handOvers'), String(manifest.handOvers.length)],
        ]}
      />
      <Papers manifest={manifest} />
    </Section>
  );
};
