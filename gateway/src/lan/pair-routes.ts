import type { Socket } from 'node:net';
import express, { Router, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import QRCode from 'qrcode';
import { ApiError } from '../api/api-error.js';
import { newErrorHandler } from '../http/error-handler.js';
import { securityHeaders } from '../http/security-headers.js';
import type { Lan } from './lan.js';
import { loopbackPage, pairPage, ROOT_PATH, type Pairing } from './pair-page.js';

const ROOT_TYPE = 'application/x-x509-ca-cert';

const sendRoot =
  (lan: Lan): RequestHandler =>
  (_request, response) => {
    response.type(ROOT_TYPE).attachment(ROOT_PATH.slice(1)).send(lan.root.raw);
  };

const pairingOf = (lan: Lan, { localPort = 0 }: Socket, address: string): Pairing => ({
  rootName: lan.root.subject.replace(/^CN=/, ''),
  fingerprint: lan.root.fingerprint256,
  names: lan.names,
  address,
  port: localPort,
});

/** Link to the pairing page; plain, because no phone trusts the certificate yet. */
export const pairLink = (lan: Lan, port: number): string => `http://${lan.address}:${String(port)}/`;

/** `GET /pair`: the page with its link as a code, for a desk to show; `GET /yaosu-root.crt` */
export const pairRoutes = ({ lan }: { readonly lan: Lan | undefined }): Router => {
  const router = Router();
  if (lan === undefined)
    return router.get('/pair', (_request, response) => void response.send(loopbackPage()));
  return router.get(ROOT_PATH, sendRoot(lan)).get('/pair', async ({ socket }, response) => {
    const picture = await QRCode.toString(pairLink(lan, socket.localPort ?? 0), { type: 'svg' });
    const qr = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
    response.send(pairPage({ ...pairingOf(lan, socket, lan.address), qr }));
  });
};

/** All that a neighbour is told without TLS: how to come with it. */
export const newStrangerApp = (lan: Lan, log: Logger): Express =>
  express()
    .disable('x-powered-by')
    .use(securityHeaders)
    .get(ROOT_PATH, sendRoot(lan))
    .get('/{*any}', (request, response, next) => {
      const { socket } = request;
      if (request.accepts(['json', 'html']) === 'html')
        response.send(pairPage(pairingOf(lan, socket, socket.localAddress ?? lan.address)));
      else next();
    })
    .use(() => {
      throw new ApiError('TLS_REQUIRED');
    })
    .use(newErrorHandler(log));
