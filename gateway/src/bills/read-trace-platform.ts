import { troubleViewOf } from '../connectors/trouble-view.js';
import type { ReadHandler } from '../http/read-handler.js';

/** `GET /api/trace-platform` */
export const readTracePlatform: ReadHandler<'tracePlatform'> = ({
  caller: { enterprise },
  services: { bills },
}) =>
  Promise.resolve({
    platform: bills.connected?.platform ?? null,
    refused: bills.states.openOf(enterprise).filter(({ state }) => state === 'refused').length,
    trouble: troubleViewOf(bills.connected?.sync.queue.troubleOf(enterprise)),
    reconciliations: [...bills.results.of(enterprise)],
  });
