import { Button, Group, Text } from '@mantine/core';
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { actPath, type ActLink } from '../lib/act-link.js';
import { isCoSigned } from '../lib/is-co-signed.js';
import { mayAct, mayCoSign } from '../lib/may-act.js';
import { useSignedIn } from '../lib/session.js';
import { useActName } from './use-act-name.js';

/** An act that a page offers, with what it knows for its form. */
export interface Offer {
  readonly act: ActHead;
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly start?: Readonly<Record<string, unknown>>;
  readonly sites?: ActLink['sites'];
  readonly batches?: ActLink['batches'];
}

interface Props {
  readonly offers: readonly Offer[];
  readonly seen?: { readonly key: string; readonly hash: string };
  /** Page to come back to; this one when left out. */
  readonly back?: string;
  readonly small?: boolean;
}

/** The acts on a record that the person may sign here, alone or with others; those for two phones are named. */
export const ActLinks = ({ offers, seen, back, small = false }: Props): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const { pathname } = useLocation();
  const nameOf = useActName();
  const here = offers.filter(
    ({ act }) => mayAct(session, act) || (isCoSigned(act) && mayCoSign(session, act)),
  );
  const together = offers.filter(({ act }) => !isCoSigned(act) && mayCoSign(session, act));
  const linkOf = ({ fixed = {}, start = {}, sites, batches }: Offer): ActLink => ({
    fixed: { ...fixed },
    start: { ...start },
    sites,
    batches,
    back: back ?? pathname,
    ...(seen === undefined ? {} : { seen: { key: seen.key, hash: seen.hash } }),
  });
  if (here.length + together.length === 0) return <></>;
  return (
    <Group gap="xs">
      {here.map((offer) => (
        <Button
          key={`${offer.act.contract}.${offer.act.name}`}
          component={Link}
          to={actPath(offer.act, linkOf(offer))}
          variant="light"
          size={small ? 'compact-xs' : 'xs'}
        >
          {nameOf(offer.act.contract, offer.act.name)}
        </Button>
      ))}
      {together.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('act.onPhones', {
            acts: together.map(({ act }) => nameOf(act.contract, act.name)).join(t('act.and')),
          })}
        </Text>
      )}
    </Group>
  );
};
