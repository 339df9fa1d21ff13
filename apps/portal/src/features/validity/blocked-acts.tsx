import { Anchor, List, Text } from '@mantine/core';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { FoundType } from '@yaosu/gateway/api/search';
import type { PaperView } from '@yaosu/gateway/api/validity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { foundPath, idOf } from '../../lib/found-path.js';
import { useActName } from '../../ui/use-act-name.js';

type Blocked = PaperView['blocks'][number];
type Met = Blocked['records'];

const SHOWN_ACTS = 4;
const SHOWN = 10;

const RecordLink = ({ record }: { readonly record: Met[number] }): ReactElement => {
  const { t } = useTranslation();
  const type = splitKey(record.key)?.type as FoundType;
  return (
    <Anchor
      component={Link}
      to={foundPath({ key: record.key, type }) ?? '/'}
      size="xs"
      mr="xs"
      display="inline-block"
    >
      {t(`recordTypes.${type}`)} {record.name ?? idOf(record).slice(0, SHOWN)}
    </Anchor>
  );
};

const MetRecords = ({ label, records }: { readonly label: string; readonly records: Met }): ReactElement =>
  records.length === 0 ? (
    <></>
  ) : (
    <div>
      <Text span size="xs" c="dimmed">
        {label}{' '}
      </Text>
      {records.map((record) => (
        <RecordLink key={record.key} record={record} />
      ))}
    </div>
  );

const BlockedAct = ({ act: { act, effect, records } }: { readonly act: Blocked }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const [contract = '', name = ''] = act.split('.');
  return (
    <List.Item>
      <strong>{nameOf(contract, name)}</strong> {t(`validity.effects.${effect}`)}
      <MetRecords label={t('validity.meets')} records={records.filter(({ isNext }) => isNext)} />
      <MetRecords label={t('validity.goesOn')} records={records.filter(({ isNext }) => !isNext)} />
    </List.Item>
  );
};

/** What the end of a paper does, act by act, with the open records that it meets. */
export const BlockedActs = ({ blocks }: Pick<PaperView, 'blocks'>): ReactElement => {
  const { t } = useTranslation();
  if (blocks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('validity.blocksNothing')}
      </Text>
    );
  }
  const left = blocks.length - SHOWN_ACTS;
  return (
    <List size="sm" spacing={4}>
      {blocks.slice(0, SHOWN_ACTS).map((each) => (
        <BlockedAct key={each.act} act={each} />
      ))}
      {left > 0 && (
        <List.Item>
          <Text span size="sm" c="dimmed">
            {t('validity.more', { count: left })}
          </Text>
        </List.Item>
      )}
    </List>
  );
};
