import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../testing/free-port.js';
import { placesOf, type Places } from '../places.js';
import { HOST, newTopology } from '../topology.js';
import { writeText } from '../write-file.js';
import { assertPortsFree } from './ports.js';
import { claimData, keepSettings } from './settings.js';

let places: Places;
beforeAll(async () => {
  places = placesOf(await mkdtemp(join(tmpdir(), 'yaosu-settings-')));
});
afterAll(() => rm(places.root, { recursive: true, force: true }));

describe('what stands in a network’s way is said in one line', () => {
  it('a folder that was made with other ports', async () => {
    await keepSettings(newTopology(7050), places);
    await keepSettings(newTopology(7050), places);
    await expect(keepSettings(newTopology(8050), places)).rejects.toThrow(
      /^this network was made with YAOSU_PORT_BASE=7050/,
    );
  });

  it('a folder that was made for another way of ordering', async () => {
    await expect(keepSettings(newTopology(7050, { consensus: 'bft' }), places)).rejects.toThrow(
      /^this network was made with --profile raft/,
    );
  });

  it('data of another first block, or of no network that is known', async () => {
    await writeText(places.genesis, 'one');
    await claimData(places, 'peer-cdmo');
    await claimData(places, 'peer-cdmo');
    await writeText(places.genesis, 'another');
    await expect(claimData(places, 'peer-cdmo')).rejects.toThrow(
      /peer-cdmo holds the data of another network/,
    );
    await claimData(places, 'peer-logistics');
    await rm(join(places.data('peer-logistics'), 'genesis.sha256'));
    await writeFile(join(places.data('peer-logistics'), 'CURRENT'), '');
    await expect(claimData(places, 'peer-logistics')).rejects.toThrow(/another network/);
  });

  it('a port that is taken', async () => {
    const port = await freePort();
    const server = createServer().listen(port, HOST);
    await once(server, 'listening');
    await expect(assertPortsFree(newTopology(port - 1), places)).rejects.toThrow(
      `port ${String(port)} of peer-manufacturer is taken; end what listens there, or move every port with YAOSU_PORT_BASE`,
    );
    server.close();
  });
});
