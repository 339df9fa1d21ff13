/** The server in its local network: the names that it has there, and the certificates that prove them. */
import { X509Certificate } from 'node:crypto';
import type { ServerNames } from '@yaosu/identity';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { pause, type Ports } from '../ports.js';
import { currentCertificates, type Certificates } from './certificates.js';
import { namesOf, thisMachine, type Machine } from './machine.js';

/** What it works with. */
export interface LanParts {
  /** Folder of everything that survives a restart; the certificates are kept there. */
  readonly data: string;
  readonly machine: () => Machine;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Key and certificate as TLS servers take them. */
export interface Credentials {
  readonly key: string;
  readonly cert: string;
}

/** No neighbour could reach the server. */
export class NoLanError extends Error {
  override readonly name = 'NoLanError';
  override readonly message =
    'this machine has no address in a local network; connect it to one, or start without --lan';
}

const LOOK_AGAIN_MS = 60_000;

/** Keeps names and certificates up with the machine. */
export class Lan {
  readonly #parts: LanParts;
  readonly #stop = new AbortController();
  #names: ServerNames;
  #certificates: Certificates;
  #following: Promise<void> = Promise.resolve();

  private constructor(parts: LanParts, names: ServerNames, certificates: Certificates) {
    this.#parts = parts;
    this.#names = names;
    this.#certificates = certificates;
  }

  /** Makes what is missing. @throws NoLanError */
  static async open(parts: LanParts): Promise<Lan> {
    const machine = parts.machine();
    if (machine.addresses.length === 0) throw new NoLanError();
    const names = namesOf(machine);
    return new Lan(parts, names, await currentCertificates(parts.data, names, parts.ports.clock));
  }

  /** Names and addresses that the server answers to. */
  get names(): ServerNames {
    return this.#names;
  }

  /** The address that neighbours most likely reach. */
  get address(): string {
    return this.#names.ip[0] ?? '';
  }

  get credentials(): Credentials {
    const { certificate, privateKey } = this.#certificates.server;
    return { key: privateKey, cert: certificate };
  }

  /** The certificate that phones are asked to trust. */
  get root(): X509Certificate {
    return new X509Certificate(this.#certificates.root.certificate);
  }

  /** Looks again from time to time: a machine changes its network, a certificate comes to its end. */
  follow(onRenewed: (credentials: Credentials) => void): void {
    this.#following = this.#follow(onRenewed);
  }

  /** Stops looking. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
  }

  async #follow(onRenewed: (credentials: Credentials) => void): Promise<void> {
    const { ports, log } = this.#parts;
    const { signal } = this.#stop;
    for (;;) {
      await pause(ports, LOOK_AGAIN_MS, signal);
      if (signal.aborted) return;
      await this.#look(onRenewed).catch((error: unknown) =>
        log.error({ err: error }, 'the certificate for the local network could not be renewed'),
      );
    }
  }

  async #look(onRenewed: (credentials: Credentials) => void): Promise<void> {
    const { data, machine, ports } = this.#parts;
    const names = namesOf(machine());
    const current = await currentCertificates(data, names, ports.clock);
    const isNew = current.server.certificate !== this.#certificates.server.certificate;
    this.#names = names;
    this.#certificates = current;
    if (isNew) onRenewed(this.credentials);
  }
}

/** The local network of a configuration; undefined where neighbours are not let in. @throws NoLanError */
export const openLan = (
  { lan, data }: Config,
  { machine = thisMachine, ports, log }: Pick<LanParts, 'ports' | 'log'> & Partial<Pick<LanParts, 'machine'>>,
): Promise<Lan | undefined> => (lan ? Lan.open({ data, machine, ports, log }) : Promise.resolve(undefined));
