import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';

const MAX_RETRIES = 2;

/** How long a read counts as new where it does not say so itself. */
export const FRESH_MS = 2_000;

/** Cache of reads; a refusal is an answer and is not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => !(error instanceof ApiError) && failures < MAX_RETRIES,
    },
  },
});
