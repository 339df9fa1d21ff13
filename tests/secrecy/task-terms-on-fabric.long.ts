/**
 * The private terms of rivals on a real network, one gateway an organisation: the words are looked for everywhere, and what was
 * sealed everywhere but with the two organisations of its collection.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MSP_IDS, ORGANISATIONS, type MspId } from '@yaosu/chaincode/model/organisations';
import { systemPorts } from '@yaosu/gateway/ports';
import type { Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { openFabricLedger } from '@yaosu/network/fabric';
import { bringDown, type NetworkPlan } from '@yaosu/network/native';
import { bringUpOrRemove, FABRIC, removeNetwork } from '../support/fabric.js';
import { FourGateways } from '../support/four-gateways.js';
import { quickProductPlan } from '../support/product-on-fabric.js';
import { EventStream } from './event-stream.js';
import { Needles, SealedNeedle, type Sought } from './needle.js';
import { answerOf, everyPath, type Ids } from './read-everything.js';
import { newRivals, offer, PARTNER, type Offered } from './rivals.js';
import { searchDatabase, searchFiles, searchStores } from './search-folder.js';

const suite = FABRIC === '' ? describe.skip : describe;
const MINUTES = 60_000;
const FEW = 20;
/** Hosts of the clients and of the CDMO: the two of the collection. */
const MEMBERS: readonly MspId[] = ['ManufacturerMSP', 'CdmoMSP'];

const nameOf = (mspId: MspId): string => ORGANISATIONS.find((each) => each.mspId === mspId)?.name ?? mspId;

suite('on real Fabric: private terms of rivals under one host', () => {
  const clients = newRivals();
  const hidden: readonly (readonly [string, Sought])[] = [
    ['a word', new Needles(clients.map(({ needle }) => needle))],
    ...clients.map(({ amount }) => ['a price', Needles.of(amount)] as const),
  ];
  const offers: Offered[] = [];
  const sealed: SealedNeedle[] = [];
  let plan: NetworkPlan;
  let four: FourGateways;
  let stage: Stage;
  let players: readonly Player[];
  let streams: readonly EventStream[];

  beforeAll(async () => {
    plan = await quickProductPlan();
    await bringUpOrRemove(plan);
    four = await FourGateways.start(systemPorts, {
      connect: ([one, ...others]) =>
        openFabricLedger(plan.places.profile(others.length > 0 || one === undefined ? 'all' : nameOf(one))),
      close: () => Promise.resolve(),
    });
    stage = await Stage.open(four.urls.RegulatorMSP, systemPorts, four.urls);
    const { logins } = await stage.guest.read('demoLogins', {});
    players = await Promise.all(logins.map(({ login }) => stage.as(login)));
    streams = await Promise.all(players.map((player) => EventStream.open(player.url, player)));
    for (const client of clients) offers.push(await offer(stage, client));
    for (const offered of offers) {
      const bytes = await four.of('ManufacturerMSP').services.vault.sealed(offered.sealed);
      if (bytes === undefined) throw new Error('the client’s gateway does not have what it sealed');
      sealed.push(new SealedNeedle(bytes));
    }
  }, 5 * MINUTES);
  afterAll(async () => {
    await four.remove();
    await removeNetwork(plan);
  }, MINUTES);

  const pathOf = (at: number): string => `/api/tasks/${offers[at]?.task ?? ''}/terms`;
  const idsNow = (): Ids => ({
    enterprises: [...new Set(players.map(({ enterprise }) => enterprise))],
    batches: [],
    documents: offers.map(({ task }) => task),
    keys: [...new Set([...streams.flatMap(({ keys }) => keys), ...offers.map(({ task }) => `task~${task}`)])],
    txIds: stage.played.map(({ txId }) => txId),
    cmds: stage.played.map(({ cmd }) => cmd),
  });

  test(
    'are read by the two at their own gateways, every word of them',
    async () => {
      const partner = await stage.as(PARTNER);
      for (const [i, { login, words }] of clients.entries()) {
        for (const reader of [await stage.as(login), partner]) {
          const text = await answerOf(reader.url, reader, pathOf(i));
          expect(words.filter((word) => !text.includes(word))).toEqual([]);
        }
      }
    },
    MINUTES,
  );

  test(
    'stand in no answer and no stream of any gateway to anybody else',
    async () => {
      const paths = everyPath(idsNow());
      await Promise.all(streams.map((stream) => stream.close()));
      const partner = (await stage.as(PARTNER)).enterprise;
      const finds: string[] = [];
      for (const player of players.filter(({ enterprise }) => enterprise !== partner)) {
        const own = clients.findIndex(({ enterprise }) => enterprise === player.enterprise);
        for (const path of paths) {
          const text = await answerOf(player.url, player, path);
          const needle = path === pathOf(own) ? clients[1 - own]?.needle : hidden[0]?.[1];
          const found = needle?.foundIn(text);
          if (found !== undefined) finds.push(`${player.login} at ${path}: ${found}`);
        }
      }
      expect(finds).toEqual([]);
      expect(streams.flatMap(({ text }) => hidden[0]?.[1].foundIn(text) ?? [])).toEqual([]);
    },
    4 * MINUTES,
  );

  test(
    'stand in no table of a gateway',
    async () => {
      for (const mspId of MSP_IDS) {
        for (const [, needle] of hidden) {
          const { finds, rows } = await searchDatabase(four.of(mspId).services.db, needle);
          expect([mspId, finds]).toEqual([mspId, []]);
          expect(rows).toBeGreaterThan(FEW);
        }
      }
    },
    2 * MINUTES,
  );

  test(
    'lie in no block, state, log or file of anybody; sealed ones lie with the two organisations and nowhere else',
    async () => {
      for (const mspId of MSP_IDS) await four.down(mspId);
      await bringDown(plan.topology, plan.places);
      for (const folder of [plan.places.root, four.folder]) {
        for (const [what, needle] of hidden) {
          expect([what, await searchFiles(folder, needle)]).toEqual([what, []]);
          const { finds, entries } = await searchStores(folder, needle);
          expect([what, finds]).toEqual([what, []]);
          expect(entries).toBeGreaterThan(FEW);
        }
      }
      const foldersOf = (mspId: MspId): readonly string[] => [
        plan.places.data(`peer-${nameOf(mspId)}`),
        join(four.folder, mspId),
      ];
      const outsiders = [
        ...MSP_IDS.filter((mspId) => !MEMBERS.includes(mspId)).flatMap(foldersOf),
        ...plan.topology.orderers.map(({ name }) => plan.places.data(name)),
        join(plan.places.root, 'logs'),
      ];
      for (const needle of sealed) {
        for (const folder of outsiders) {
          const finds = [
            ...(await searchFiles(folder, needle)),
            ...(await searchStores(folder, needle)).finds,
          ];
          expect([folder, finds]).toEqual([folder, []]);
        }
        for (const mspId of MEMBERS) {
          const { finds } = await searchStores(plan.places.data(`peer-${nameOf(mspId)}`), needle);
          expect([mspId, finds.length > 0]).toEqual([mspId, true]);
        }
      }
    },
    3 * MINUTES,
  );
});
