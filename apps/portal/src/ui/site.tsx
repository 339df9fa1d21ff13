import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../lib/api.js';

const LONG_MS = 60_000;

interface Props {
  /** Whose site it is. */
  readonly of: string;
  /** GLN; null where nothing names one. */
  readonly gln: string | null;
}

/** A site by its name with its GLN beside it; the GLN alone until names are there, or where the firm has no such site. */
export const Site = ({ of, gln }: Props): ReactElement => {
  const { data } = useQuery({
    queryKey: ['sites', of],
    queryFn: async () => (await api.read('enterprise', { id: of })).sites,
    staleTime: LONG_MS,
    enabled: gln !== null,
  });
  if (gln === null) return <>–</>;
  const name = data?.find((site) => site.gln === gln)?.name;
  if (name === undefined) return <>{gln}</>;
  return (
    <span>
      {name}{' '}
      <Text span size="xs" c="dimmed">
        {gln}
      </Text>
    </span>
  );
};
