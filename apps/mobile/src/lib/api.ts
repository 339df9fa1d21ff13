import { newClient } from '@yaosu/gateway/api/client';

/** The gateway that served this page. */
export const api = newClient('');
