import { Anchor, Text } from '@mantine/core';
import { canonicalLink } from '@yaosu/chaincode/model/code/gs1/canonical-link';
import { LEDGER_NAMES } from '@yaosu/gateway/api/epcis';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';

/** Pairs of AI and value of a canonical link. */
const PAIR = /\/(\d{2,4})\/([^/]+)/g;
const RESOLVER = /^https:\/\/id\.gs1\.org/;

/** A canonical link with its AIs in brackets. */
const inBrackets = (link: string): string =>
  [...link.replace(RESOLVER, '').matchAll(PAIR)]
    .map(([, ai = '', value = '']) => `(${ai})${decodeURIComponent(value)}`)
    .join(' ');

const RecordLink = ({ page, id }: { readonly page: string; readonly id: string }): ReactElement => (
  <Anchor component={Link} to={`/${page}/${id}`} size="sm" ff="monospace" title={id}>
    {`${id.slice(0, SHOWN)}…`}
  </Anchor>
);
const SHOWN = 10;

/** Names of the ledger, each shown as what it names. */
const SHOW: Readonly<Record<keyof typeof LEDGER_NAMES, (id: string) => ReactElement>> = {
  code: (id) => <Hash value={id} />,
  batch: (id) => <BatchName id={id} />,
  enterprise: (id) => <Firm id={id} />,
  shipment: (id) => <RecordLink page="shipments" id={id} />,
  manifest: (id) => <RecordLink page="waste" id={id} />,
};

/** An identifier of an event: the ledger's names lead to their records, all others to what is known here under them. */
export const Identifier = ({ value }: { readonly value: string }): ReactElement => {
  for (const [kind, prefix] of Object.entries(LEDGER_NAMES))
    if (value.startsWith(prefix)) return SHOW[kind as keyof typeof SHOW](value.slice(prefix.length));
  const link = canonicalLink(value);
  if (link === undefined) {
    return (
      <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    );
  }
  return (
    <Anchor
      component={Link}
      to={`/search?${new URLSearchParams({ q: link }).toString()}`}
      size="sm"
      title={value}
      style={{ overflowWrap: 'anywhere' }}
    >
      {inBrackets(link)}
    </Anchor>
  );
};
