/** Entry of a thread that runs every organisation's peer, at the views that the ledger's thread names. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Contract } from 'fabric-contract-api';
import { Definitions } from '../definitions.js';
import { poolCurve } from '../msp/curve.js';
import { LocalPeers } from '../peers/local-peers.js';
import { PeerError } from '../peers/peer.js';
import { openDatabase } from '../store/open-database.js';
import { RecentEntries } from '../store/recent-entries.js';
import { View } from '../store/view.js';
import {
  splitKeys,
  type Order,
  type Report,
  type Run,
  type RunOutcome,
  type ThreadDefinition,
  type ThreadStart,
} from './messages.js';

const port = parentPort;
if (port === null) throw new Error('A peer thread has no ledger to talk to');
const report = (message: Report): void => {
  port.postMessage(message);
};

const { folder, organisations, countersign } = workerData as ThreadStart;
const definitions = new Definitions(organisations.map(({ mspId }) => mspId));
const peers = new LocalPeers({ organisations, definitions, countersign, curve: poolCurve });
const database = await openDatabase(folder);
const views = new Map<number, View>();
let recent: RecentEntries | undefined;

const install = async ({ module, ...definition }: ThreadDefinition): Promise<void> => {
  const { contracts } = (await import(module)) as { contracts: readonly (new () => Contract)[] };
  const whole = { ...definition, contracts };
  definitions.set(whole);
  peers.install(whole);
};

const turn = (age: number, changed: string): void => {
  if (recent === undefined) recent = new RecentEntries(age);
  else recent.forget(splitKeys(changed));
  views.set(age, new View(database, recent));
  report({ kind: 'turned', age });
};

const outcomeOf = async ({ asking, organisations, creatorMsp, age, proposal }: Run): Promise<RunOutcome> => {
  const [mspId = ''] = organisations;
  const view = views.get(age)?.hold();
  try {
    if (view === undefined) throw new PeerError(mspId, 'no peer is at this height');
    const context = { creatorMsp, view };
    return asking === 'endorse'
      ? { asking, answers: await peers.endorse(organisations, proposal, context) }
      : { asking, response: await peers.query(mspId, proposal, context) };
  } catch (error) {
    if (!(error instanceof PeerError)) throw error;
    return { asking: 'failed', mspId: error.mspId, reason: error.message };
  } finally {
    view?.release();
  }
};

/** What is installed after this has been asked for must not serve it, and what was asked before must find it. */
let installed = Promise.resolve();

const handle = (order: Order): void => {
  switch (order.kind) {
    case 'install':
      installed = installed.then(() => install(order.definition));
      break;
    case 'turn':
      turn(order.age, order.changed);
      break;
    case 'drop':
      views.get(order.age)?.release();
      views.delete(order.age);
      break;
    case 'run':
      void installed.then(async () => {
        report({ kind: 'ran', id: order.id, outcome: await outcomeOf(order) });
      });
      break;
    case 'close':
      void database.close().then(() => {
        port.close();
      });
      break;
  }
};

port.on('message', handle);
report({ kind: 'open' });
