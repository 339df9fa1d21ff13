import { useQuery } from '@tanstack/react-query';
import { api } from '../lib/api.js';

const SHOWN = 10;

/** How a batch is called, and whether its page is open to the person. */
export interface BatchLabelled {
  readonly label: string;
  readonly isOpen: boolean;
}

/** Product and lot of a batch where its identity is open to the person; else the beginning of its opaque id. */
export const useBatchLabel = (id: string): BatchLabelled => {
  const { data, isError } = useQuery({
    queryKey: ['batchIdentity', id],
    queryFn: () => api.read('batchIdentity', { id }),
    staleTime: Infinity,
    retry: false,
  });
  const content = data?.identity?.content;
  const label = content === undefined ? `${id.slice(0, SHOWN)}…` : `${content.name} · ${content.lot}`;
  return { label, isOpen: !isError };
};
