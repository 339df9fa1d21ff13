import { newApp } from '../app.js';
import { listenLan } from '../lan/listen-lan.js';
import { newStrangerApp } from '../lan/pair-routes.js';
import { newResolverListener } from '../resolver/resolver-listener.js';
import type { Services } from '../services.js';
import { listen, type Listening } from './listen.js';

/** Lets in those whom the configuration lets in: this machine, or its neighbours too. @throws EADDRINUSE */
export const serve = (services: Services): Promise<Listening> => {
  const { config, lan, log } = services;
  const app = newResolverListener(services, newApp(services));
  return lan === undefined
    ? listen(app, config.host, config.port)
    : listenLan({ app, stranger: newStrangerApp(lan, log) }, lan, config.port);
};
