import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import type { ReadHandler } from '../http/read-handler.js';

/** `GET /api/trace-platform` */
export const readTracePlatform: ReadHandler<'tracePlatform'> = ({
  caller: { enterprise },
  services: { bills },
}) => {
  const trouble = bills.connected?.sync.troubleOf(enterprise);
  return Promise.resolve({
    platform: bills.connected?.platform ?? null,
    refused: bills.states.openOf(enterprise).filter(({ state }) => state === 'refused').length,
    trouble:
      trouble === undefined
        ? null
        : {
            failures: trouble.failures,
            problem: trouble.problem,
            nextAt: instantOf(trouble.nextAtMs),
          },
    reconciliations: [...bills.results.of(enterprise)],
  });
};
