import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.js';
import type { Option } from './use-batch-fields.js';

const SHOWN = 10;

const labelOf = async (batch: string): Promise<string> => {
  const answer = await api.read('batchIdentity', { id: batch }).catch(() => undefined);
  const content = answer?.identity?.content;
  return content === undefined ? batch.slice(0, SHOWN) : `${content.name} · ${content.lot}`;
};

const readHeld = async (): Promise<readonly Option[]> => {
  const { stock } = await api.read('stock', {});
  const ids = [...new Set(stock.map(({ batch }) => batch))];
  return Promise.all(ids.map(async (value) => ({ value, label: await labelOf(value) })));
};

/** Batches that an enterprise holds, by name and lot. */
export const useHeldBatches = (enterprise: string): readonly Option[] =>
  useQuery({ queryKey: ['heldBatches', enterprise], queryFn: readHeld }).data ?? [];
