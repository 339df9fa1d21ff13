/** A whole gateway on the embedded ledger, with the story's enterprises, in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { pino } from 'pino';
import type { Client } from '../api/client.js';
import { newCommand } from '../commands/new-command.js';
import { parseConfig } from '../config.js';
import { openMemoryDatabase } from './memory-database.js';
import type { DeviceKey } from '../demo/device-key.js';
import { isOnServers, leaveServers, serversOf } from './pair.js';
import { systemPorts, type Ports } from '../ports.js';
import { HAS_SEEDED, newSeededFolder } from './seeded-folder.js';
import { enter } from '../story/player.js';
import { startGateway, type Gateway, type StartOptions } from '../start.js';

/** Somebody who has enrolled and logged in. */
export interface Actor {
  readonly client: Client;
  readonly key: DeviceKey;
  readonly token: string;
  readonly enterprise: string;
  /** An envelope with this actor as its only party. */
  sign(act: Act, payload: Readonly<Record<string, unknown>>, seenHash?: string | null): Envelope;
}

/** A gateway under test. */
export interface TestGateway extends Gateway {
  readonly folder: string;
  /** Enrols a demo login with a new key and opens a session. */
  actor(login: string): Promise<Actor>;
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

const enrol = async (url: string, login: string, ports: Ports): Promise<Actor> => {
  const { client, key, token, enterprise } = await enter(url, login);
  const { ledgerId } = await client.read('network', {});
  return {
    client,
    key,
    token,
    enterprise,
    sign: (act, payload, seenHash = null) => {
      const [role = ''] = Object.keys(act.parties);
      const parties = [{ role, enterprise, kid: key.kid }];
      const made = newCommand({ ledgerId: ledgerId ?? '', act, parties, payload, seenHash }, ports);
      return { command: made, signatures: [key.sign(made)] };
    },
  };
};

/** Where and how it starts. */
interface TestOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts one; an existing folder is taken up again. Without a folder and with the machine's own clock it is a copy of a seeded one. */
export const newTestGateway = async (
  options: Omit<Partial<StartOptions>, 'config'> & TestOptions = {},
): Promise<TestGateway> => {
  const isReal = isOnServers();
  const isSeeded = HAS_SEEDED && options.folder === undefined && options.ports === undefined;
  const folder =
    options.folder ?? (await (isSeeded ? newSeededFolder() : mkdtemp(join(tmpdir(), 'gateway-'))));
  const ports = options.ports ?? systemPorts;
  const servers = isReal ? await serversOf(folder) : {};
  const gateway = await startGateway({
    config: parseConfig({
      YAOSU_DATA: folder,
      PORT: '0',
      YAOSU_LOG: 'silent',
      YAOSU_PEER_THREADS: '0',
      ...servers,
      ...options.environment,
    }),
    ports,
    log: pino({ level: 'silent' }),
    ...(isReal || isSeeded ? {} : { openDatabase: () => openMemoryDatabase() }),
    ...options,
  });
  return {
    ...gateway,
    folder,
    actor: (login) => enrol(gateway.url, login, ports),
    remove: async () => {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
      if (isReal) await leaveServers(folder);
    },
  };
};
