/** Fault rounds on the embedded server: kill it at work, start it again, send again what was not answered; and checks. */
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { systemPorts } from '@yaosu/gateway/ports';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Acknowledged } from '../invariants/acknowledged.js';
import { checkEvidence } from '../invariants/index.js';
import type { Violation } from '../invariants/violation.js';
import { RunningServer, type ServerOptions } from '../support/running-server.js';
import { yaosu } from '../support/yaosu.js';
import { sendAll, type Outcome, refusalWords } from './burst.js';
import { arm, hasStrace, isError, newMoment } from './moments.js';
import { Choices } from './random.js';
import { readFolder } from './read-folder.js';
import { openWorkshop, signOrders, writePapers, type Order, type Paper } from './workshop.js';

/** Commands on their way at any time. */
const IN_FLIGHT = 16;
/** Fewer unanswered commands at the kill make no round. */
const LEAST_UNANSWERED = 8;
/** Commands that are still to come, or on their way, when the last moment is there. */
const RESERVE = 32;
/** Commands that are sent twice at once. */
const DOUBLES = 4;

/** The run as a whole. */
export interface Run {
  readonly server: Required<Pick<ServerOptions, 'data' | 'port'>>;
  readonly choices: Choices;
  /** Whether moments by system call are possible. */
  readonly byCall: boolean;
  /** All that any client was ever told. */
  readonly acknowledged: Acknowledged[];
}

/** What a round showed. */
export interface Round {
  readonly fault: string;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly reopenMs: number;
  /** What is not as it has to be. */
  readonly faults: readonly string[];
}

/** What a check of the data folder showed. */
export interface Check {
  readonly violations: readonly Violation[];
  readonly faults: readonly string[];
}

/** A run on a fresh folder, which its first start fills; the port stays, so that clients find the server again. */
export const newRun = async (seed: number): Promise<Run> => {
  const server = await RunningServer.start();
  await server.end('SIGTERM');
  const { data, url } = server;
  const port = Number(new URL(url).port);
  return { server: { data, port }, choices: new Choices(seed), byCall: hasStrace(), acknowledged: [] };
};

/** Starts the server of a run. */
export const startOn = ({ server }: Run): Promise<RunningServer> =>
  RunningServer.start({ ...server, env: { YAOSU_SESSION_CALLS_PER_MINUTE: '100000' } });

interface Orders {
  readonly all: readonly Order[];
  readonly papers: readonly Paper[];
}

const ordersOf = async (stage: Stage, { choices }: Run): Promise<Orders> => {
  const workshop = await openWorkshop(stage);
  const papers = await writePapers(stage, workshop);
  const orders = choices.shuffled(await signOrders(stage, workshop));
  return { papers, all: choices.shuffled([...orders, ...papers, ...orders.slice(0, DOUBLES)]) };
};

const unexpected = ({ refused }: Outcome): readonly string[] =>
  refused.filter(({ order, code }) => order.refusedAs !== code).map(refusalWords);

const unrefused = ({ acknowledged }: Outcome): readonly string[] =>
  acknowledged
    .filter(({ order }) => order.refusedAs !== undefined)
    .map(
      ({ order: { act, refusedAs } }) =>
        `${act.contract}.${act.name} was not refused with ${String(refusedAs)}`,
    );

/** A kill that hits nothing on its way tries nothing. */
const fewIn = ({ unanswered: { length } }: Outcome): readonly string[] =>
  length < LEAST_UNANSWERED ? [`only ${String(length)} commands were unanswered`] : [];

/** What is wrong with the answers before and after the kill. */
const wrongIn = (before: Outcome, after: Outcome): readonly string[] => {
  const silent = after.unanswered.map(
    ({ act }) => `${act.contract}.${act.name} was not answered after the restart`,
  );
  const wrong = [before, after].flatMap((outcome) => [...unexpected(outcome), ...unrefused(outcome)]);
  return [...silent, ...wrong];
};

/** Papers whose words are not in the vault any more. */
const lostPapers = async (papers: readonly Paper[]): Promise<readonly string[]> => {
  const lost: string[] = [];
  for (const { by, document, content } of papers) {
    const id = await document();
    const read = await by.client.read('document', { id });
    if (canonicalJson(read.content) !== canonicalJson(content))
      lost.push(`document ${id} is not what was stored`);
  }
  return lost;
};

const checkFolder = async ({ server, acknowledged }: Run): Promise<readonly Violation[]> => {
  const violations = checkEvidence({ ...(await readFolder(server.data)), acknowledged });
  const { code, lines } = await yaosu('rebuild', server.data);
  const difference: readonly Violation[] = code === 0 ? [] : [{ invariant: 'I4', what: lines.join('; ') }];
  return [...violations, ...difference];
};

/** Ends the server in order and judges its data folder: everything that anybody was told since the folder was new. */
export const endAndCheck = async (run: Run, server: RunningServer): Promise<Check> => {
  const code = await server.end('SIGTERM');
  const faults = code === 0 ? [] : [`the server ended with ${String(code)}: ${server.log()}`];
  return { faults, violations: await checkFolder(run) };
};

/** One round on a running server. @returns what it showed, and the server that was started after the kill */
export const playRound = async (
  run: Run,
  server: RunningServer,
  number: number,
): Promise<{ readonly round: Round; readonly server: RunningServer }> => {
  const stage = await Stage.open(server.url, systemPorts);
  const { all, papers } = await ordersOf(stage, run);
  const moment = newMoment(run.choices, number, all.length - RESERVE, run.byCall);
  const armed = await arm(server, moment);
  const before = await sendAll(all, { inFlight: IN_FLIGHT, onAnswer: armed.onAnswer });
  await armed.finish();
  await armed.dead;
  const begun = performance.now();
  const reopened = await startOn(run);
  const reopenMs = performance.now() - begun;
  const after = await sendAll([...before.unanswered, ...before.unsent], { inFlight: IN_FLIGHT });
  const told = [...stage.played, ...before.acknowledged, ...after.acknowledged];
  run.acknowledged.push(...told);
  const few = isError(moment) ? [] : fewIn(before);
  const faults = [...few, ...wrongIn(before, after), ...(await lostPapers(papers))];
  const round = {
    fault: armed.cause(),
    acknowledged: told.length,
    unanswered: before.unanswered.length,
    reopenMs,
    faults,
  };
  return { round, server: reopened };
};
