import { Anchor, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useSession } from '../lib/session.js';
import { useBatchLabel } from './use-batch-label.js';

interface Props {
  readonly id: string;
  /** Cut to its place, where its neighbours are near. */
  readonly truncate?: boolean;
}

/** Product and lot of a batch where its identity is open to the person, and the way to its page; else its opaque id. */
export const BatchName = ({ id, truncate = false }: Props): ReactElement => {
  const { label, isOpen } = useBatchLabel(id);
  const { session } = useSession();
  // Who was invited to one record opens no other page.
  const isInvited = typeof session?.onlyFor === 'string';
  if (!isOpen || isInvited) {
    return (
      <Text span size="sm" ff={isOpen ? undefined : 'monospace'} title={id}>
        {label}
      </Text>
    );
  }
  return (
    <Anchor
      component={Link}
      to={`/batches/${id}`}
      size="sm"
      title={id}
      truncate={truncate}
      display={truncate ? 'block' : 'inline'}
    >
      {label}
    </Anchor>
  );
};
