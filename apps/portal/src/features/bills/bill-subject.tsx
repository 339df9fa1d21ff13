import { Anchor } from '@mantine/core';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { BatchName } from '../../ui/batch-name.js';
import { Hash } from '../../ui/hash.js';
import { LoadName } from '../../ui/load-name.js';

/** The record that a bill is about, and the way to its page where it has one. */
export const BillSubject = ({ subject }: Pick<BillView, 'subject'>): ReactElement => {
  const { type, parts } = splitKey(subject) ?? {};
  const [first = subject, second = ''] = parts ?? [];
  if (type === 'ship') return <LoadName of={{ type, id: first }} />;
  if (type === 'batch') return <BatchName id={first} />;
  if (type !== 'com') return <Hash value={first} />;
  return (
    <Anchor component={Link} to={`/batches/${first}/codes/${second}`} size="sm">
      {second.slice(0, SHOWN)}
    </Anchor>
  );
};

const SHOWN = 10;
