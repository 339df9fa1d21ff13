import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';

const MAX_RETRIES = 2;

/** Cache of reads; a refusal is an answer and is not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      retry: (failures, error) => !(error instanceof ApiError) && failures < MAX_RETRIES,
    },
  },
});
