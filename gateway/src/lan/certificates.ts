/** The root that phones are asked to trust, and the certificate of this server that it issued; both stay in the data folder. */
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { issueServer, newRoot, type KeyedCertificate, type ServerNames } from '@yaosu/identity';
import { readPrivateFile, writePrivateFile } from '../data/private-file.js';
import { nowDate, type Clock } from '../ports.js';

/** A root of its own, not that of an organisation: what phones trust must not speak for anybody on the ledger. */
export interface Certificates {
  readonly root: KeyedCertificate;
  readonly server: KeyedCertificate;
}

const RENEW_BEFORE_MS = 30 * 86_400_000;

const covers = (certificate: X509Certificate, { dns, ip }: ServerNames): boolean =>
  dns.every((name) => certificate.checkHost(name) !== undefined) &&
  ip.every((address) => certificate.checkIP(address) !== undefined);

const isGood = ({ certificate: pem }: KeyedCertificate, names: ServerNames, nowMs: number): boolean => {
  const certificate = new X509Certificate(pem);
  const isInTime =
    Date.parse(certificate.validFrom) <= nowMs && nowMs < Date.parse(certificate.validTo) - RENEW_BEFORE_MS;
  return isInTime && covers(certificate, names);
};

/** The certificates of a data folder, made when there are none; the server's is made anew when its end is near or it lacks a name. */
export const currentCertificates = async (
  data: string,
  names: ServerNames,
  clock: Clock,
): Promise<Certificates> => {
  const file = join(data, 'lan', 'certificates.json');
  const text = await readPrivateFile(file);
  const known = text === undefined ? undefined : (JSON.parse(text) as Certificates);
  if (known !== undefined && isGood(known.server, names, clock.nowMs())) return known;
  const now = nowDate(clock);
  const root = known?.root ?? (await newRoot([{ CN: [`Yaosu LAN ${names.dns[0] ?? ''}`] }], now));
  const made = { root, server: await issueServer(root, names, now) };
  await writePrivateFile(file, `${JSON.stringify(made, undefined, 2)}\n`);
  return made;
};
