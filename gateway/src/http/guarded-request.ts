/** Requests to addresses outside, and to no machine of our own network unless it was named. */
import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const TIMEOUT_MS = 15_000;
const MOST_PROBLEM = 200;

/** Loopback, private, link-local, shared, multicast and reserved addresses. */
const INTERNAL: readonly (readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const listOf = (wanted: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [address, prefix, family] of INTERNAL)
    if (family === wanted) list.addSubnet(address, prefix, family);
  return list;
};

// One list for both would take every IPv4 address for a mapped one, and refuse it.
const internal = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') } as const;

/** Whether an IP address belongs to no machine of the internet. */
export const isInternal = (address: string): boolean => {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return internal[family].check(address, family);
};

/** Hosts with ports (`127.0.0.1:8899`) that may be reached although they are internal. */
export type AllowedTargets = readonly string[];

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isNamed = (url: URL, allowed: AllowedTargets): boolean => {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return allowed.includes(`${url.hostname}:${port}`);
};

/** Whether an address can be refused before it is looked up: an internal IP address, or this machine by name. */
export const isRefusedTarget = (dest: string, allowed: AllowedTargets): boolean => {
  const url = new URL(dest);
  const host = hostOf(url);
  if (isNamed(url, allowed)) return false;
  return (isIP(host) !== 0 && isInternal(host)) || /(?:^|\.)localhost\.?$/i.test(host);
};

/** Names are judged by what they mean when the connection is made, so that they cannot change in between. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isInternal(address)))
      callback(new Error(`${hostname} is an internal address`), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** A request on its way. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: string;
}

/** Sends a request. Redirects are not followed. @throws DESTINATION_INTERNAL, TIMEOUT, what the connection says */
export const guardedRequest = async (
  { method, url: dest, headers, body }: OutgoingRequest,
  allowed: AllowedTargets,
  signal: AbortSignal,
): Promise<IncomingMessage> => {
  if (isRefusedTarget(dest, allowed)) throw new Error('DESTINATION_INTERNAL');
  const url = new URL(dest);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const guard = isNamed(url, allowed) ? {} : { lookup: guardedLookup };
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method, headers, signal, timeout: TIMEOUT_MS, agent: false, ...guard },
      resolve,
    );
    request.on('timeout', () => request.destroy(new Error('TIMEOUT')));
    request.on('error', reject);
    request.end(body);
  });
};

/** What the error of a request says of itself, in few words. */
export const problemText = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MOST_PROBLEM);
