/** What goes wrong on a real network, as a table: how it is hurt, how long, how it is healed, what may stand still meanwhile. */
import { bringUp, leaderOf, serverOf, signalNode, type NetworkPlan } from '@yaosu/network/native';
import { moreAnswered, type Load } from './steady.js';
import type { World } from './world.js';

/** A world under load. */
export interface Hurting {
  readonly world: World;
  readonly load: Load;
}

/** Makes good what was hurt. */
export type Heal = () => Promise<void>;

/** One thing that goes wrong. */
export interface Fault {
  readonly name: string;
  readonly hurt: (hurting: Hurting) => Promise<Heal>;
  readonly lastsMs: number;
  /** Longest time in which the ledger may not grow. */
  readonly mostPauseMs: number;
  /** Longest time that anybody may wait for an answer. */
  readonly mostAnswerMs?: number;
  readonly needs?: 'postgres';
}

const SECOND = 1_000;
const BURST = 200;
const BURST_ANSWERED = 50;
const ANSWERED_MS = 60 * SECOND;
const OWN = 'ManufacturerMSP';
const OTHER = 'RegulatorMSP';

const peerOf = ({ topology }: NetworkPlan, mspId: string): NetworkPlan['topology']['peers'][number] => {
  const peer = topology.peers.find((each) => each.mspId === mspId);
  if (peer === undefined) throw new Error(`${mspId} has no peer`);
  return peer;
};

type NodesOf = (plan: NetworkPlan) => Promise<readonly string[]> | readonly string[];

const leader: NodesOf = async ({ topology }) => {
  const name = await leaderOf(topology);
  if (name === undefined) throw new Error('no orderer leads');
  return [name];
};

/** What is left of three or of four cannot order. */
const twoOrderers: NodesOf = ({ topology }) => topology.orderers.slice(-2).map(({ name }) => name);

const peer =
  (mspId: string): NodesOf =>
  (plan) => [peerOf(plan, mspId).name];

const chaincode =
  (mspId: string): NodesOf =>
  (plan) =>
    plan.definitions.map((definition) => serverOf(peerOf(plan, mspId), definition).name);

/** Killed, and started again as whoever runs the network would: by `up`. */
const killed =
  (nodes: NodesOf): Fault['hurt'] =>
  async ({ world: { plan } }) => {
    for (const name of await nodes(plan)) await signalNode(plan.places, name, 'SIGKILL');
    return () => bringUp(plan);
  };

/** Neither dead nor answering. */
const frozen =
  (nodes: NodesOf): Fault['hurt'] =>
  async ({ world: { plan } }) => {
    const names = await nodes(plan);
    for (const name of names) await signalNode(plan.places, name, 'SIGSTOP');
    return async () => {
      for (const name of names) await signalNode(plan.places, name, 'SIGCONT');
    };
  };

const killGateway: Fault['hurt'] = async ({ world, load }) => {
  load.send(Array.from({ length: BURST }, () => world.newOrder()));
  await moreAnswered(load, BURST_ANSWERED, ANSWERED_MS);
  await world.server.end('SIGKILL');
  return () => world.restart();
};

const killPostgres: Fault['hurt'] = async ({ world: { postgres } }) => {
  if (postgres === undefined) throw new Error('there is no PostgreSQL to kill');
  await postgres.kill();
  return () => postgres.revive();
};

/** In the order in which they come. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'leader of the orderers, kill -9',
    hurt: killed(leader),
    lastsMs: 15 * SECOND,
    mostPauseMs: 10 * SECOND,
  },
  {
    name: 'two orderers, kill -9',
    hurt: killed(twoOrderers),
    lastsMs: 15 * SECOND,
    mostPauseMs: 60 * SECOND,
    mostAnswerMs: 5 * SECOND,
  },
  {
    name: 'own peer, kill -9',
    hurt: killed(peer(OWN)),
    lastsMs: 15 * SECOND,
    mostPauseMs: 10 * SECOND,
  },
  {
    name: "another's peer, kill -9",
    hurt: killed(peer(OTHER)),
    lastsMs: 15 * SECOND,
    mostPauseMs: 10 * SECOND,
  },
  {
    name: 'chaincode, kill -9',
    hurt: killed(chaincode(OWN)),
    lastsMs: 15 * SECOND,
    mostPauseMs: 10 * SECOND,
  },
  {
    name: 'leader of the orderers, stopped for 30 s',
    hurt: frozen(leader),
    lastsMs: 30 * SECOND,
    mostPauseMs: 45 * SECOND,
  },
  {
    name: 'own peer, stopped for 30 s',
    hurt: frozen(peer(OWN)),
    lastsMs: 30 * SECOND,
    mostPauseMs: 45 * SECOND,
  },
  {
    name: 'gateway, kill -9 amid 200 writes',
    hurt: killGateway,
    lastsMs: 0,
    mostPauseMs: 60 * SECOND,
  },
  {
    name: 'PostgreSQL, kill -9',
    hurt: killPostgres,
    lastsMs: 5 * SECOND,
    mostPauseMs: 60 * SECOND,
    needs: 'postgres',
  },
];
