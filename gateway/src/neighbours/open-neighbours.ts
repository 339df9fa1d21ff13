import type { Closing } from '../closing.js';
import type { Services } from '../services.js';
import { Neighbours } from './neighbours.js';
import { StatementExchange } from './statement-exchange.js';
import { VaultExchange, type ExchangeParts } from './vault-exchange.js';

type Parts = Omit<ExchangeParts, 'neighbours'> & Pick<Services, 'config'>;

/** The way to other organisations' gateways, and what is fetched from them. */
export const openNeighbours = (
  parts: Parts,
  closing: Closing,
): { readonly neighbours: Neighbours } & Pick<Services, 'exchange' | 'statements'> => {
  const neighbours = new Neighbours(parts);
  const exchange = new VaultExchange({ ...parts, neighbours });
  closing.add(() => exchange.close());
  exchange.start();
  return { neighbours, exchange, statements: new StatementExchange({ ...parts, neighbours }) };
};
