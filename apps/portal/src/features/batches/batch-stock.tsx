import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Loaded } from '../../ui/loaded.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { stockOffers } from './batch-offers.js';

/** What the own enterprise holds of a batch, and what may be done with it. */
export const BatchStock = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const textOf = useValueText();
  const query = useQuery({
    queryKey: ['stock', batch],
    queryFn: () => api.read('stock', {}, { batch }),
  });
  return (
    <Section title={t('detail.stock')}>
      <Loaded query={query} empty={t('detail.noStock')} isEmpty={({ stock }) => stock.length === 0}>
        {({ stock }) => (
          <RecordTable
            rows={stock}
            rowKey={({ site, status, shipment, owner }) => [site, status, shipment, owner].join(' ')}
            columns={[
              [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
              [t('cols.status'), ({ status }) => <State value={status} />],
              [t('cols.site'), ({ site }) => <Site of={enterprise} gln={site} />],
              [t('cols.owner'), ({ owner }) => <Firm id={owner} />],
              [t('cols.does'), (line) => <ActLinks offers={stockOffers(line)} small />],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
