import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../lib/api.js';

const SHOWN = 10;

/** Product and lot of a batch where its identity is open to the person, and the way to its page; else its opaque id. */
export const BatchName = ({ id }: { readonly id: string }): ReactElement => {
  const { data, isError } = useQuery({
    queryKey: ['batchIdentity', id],
    queryFn: () => api.read('batchIdentity', { id }),
    staleTime: Infinity,
    retry: false,
  });
  const content = data?.identity?.content;
  const label = content === undefined ? `${id.slice(0, SHOWN)}…` : `${content.name} · ${content.lot}`;
  if (isError) {
    return (
      <Text span size="sm" ff="monospace" title={id}>
        {label}
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={`/batches/${id}`} size="sm" title={id}>
      {label}
    </Anchor>
  );
};
