import QRCode from 'qrcode';
import type { Lan } from './lan.js';
import { pairLink } from './pair-routes.js';

/** What the terminal says to those who want to bring a phone in. */
export const invitation = async (lan: Lan, port: number): Promise<string> => {
  const link = pairLink(lan, port);
  const code = await QRCode.toString(link, { type: 'terminal', small: true });
  return [
    `In this network: ${link} (root certificate first, then https)`,
    code.trimEnd(),
    `Root certificate, SHA-256: ${lan.root.fingerprint256}`,
  ].join('\n');
};
