import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { InviteLink } from '../../ui/invite-link.js';
import { Loaded } from '../../ui/loaded.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { responseOffer } from './recall-offers.js';

const MAX_LINES = 200;

/** What the own enterprise has of a recall's batches, and the way to respond. */
export const HeldOfRecall = ({ recall }: { readonly recall: RecallRecord }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const textOf = useValueText();
  const query = useQuery({
    queryKey: ['stock', 'recall', recall.recall],
    queryFn: () => api.read('stock', {}, { recall: recall.recall, limit: MAX_LINES }),
  });
  return (
    <Loaded query={query}>
      {({ stock: held }) => (
        <Section
          title={t('detail.stock')}
          aside={
            <Group gap="xs">
              <ActLinks offers={responseOffer(recall, held)} />
              {recall.state === 'open' && <InviteLink record={keyOf('rec', recall.recall)} />}
            </Group>
          }
        >
          <RecordTable
            rows={held}
            rowKey={({ batch, site, status }) => [batch, site, status].join(' ')}
            empty={t('detail.noStock')}
            columns={[
              [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
              [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
              [t('cols.status'), ({ status }) => <State value={status} />],
              [t('cols.site'), ({ site }) => <Site of={enterprise} gln={site} />],
            ]}
          />
        </Section>
      )}
    </Loaded>
  );
};
