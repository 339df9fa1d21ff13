/** Consenters: started, joined to the channel, one of them leading. */
import { consensusRule } from '../consensus.js';
import type { OrdererNode } from '../topology.js';
import { addressOf } from '../topology.js';
import { isHealthy, metricOf } from './operations.js';
import { NetworkError } from './network-error.js';
import { startNode } from './node-process.js';
import type { NetworkPlan } from './plan.js';
import { run } from './run.js';
import { claimData } from './settings.js';
import { until } from './until.js';

const JOINED = /"name": "/;
const STATUS = /^Status: (\d+)/m;

const adminArgs = ({ places }: NetworkPlan, { mspId, adminPort }: OrdererNode): readonly string[] => {
  const { tlsRoot, adminTls } = places.organisation(mspId);
  const tls = [
    '--ca-file',
    tlsRoot,
    '--client-cert',
    adminTls.certificate,
    '--client-key',
    adminTls.privateKey,
  ];
  return ['-o', addressOf(adminPort), ...tls];
};

const hasJoined = async (plan: NetworkPlan, node: OrdererNode): Promise<boolean> => {
  const args = ['channel', 'list', '--channelID', plan.topology.channel, ...adminArgs(plan, node)];
  const { output } = await run(plan.commands.osnadmin, args);
  return STATUS.exec(output)?.[1] === '200' && JOINED.test(output);
};

const join = async (plan: NetworkPlan, node: OrdererNode): Promise<void> => {
  if (await hasJoined(plan, node)) return;
  const { commands, places, topology } = plan;
  const what = ['--channelID', topology.channel, '--config-block', places.genesis];
  const { output, errors } = await run(commands.osnadmin, [
    'channel',
    'join',
    ...what,
    ...adminArgs(plan, node),
  ]);
  if (STATUS.exec(output)?.[1] !== '201')
    throw new NetworkError(`${node.name} could not join the channel: ${(output + errors).trim()}`);
};

const start = async (plan: NetworkPlan, node: OrdererNode): Promise<void> => {
  const { name } = node;
  const { commands, places } = plan;
  await claimData(places, name);
  await startNode(places, {
    name,
    command: commands.orderer,
    args: [],
    env: { FABRIC_CFG_PATH: places.config(name), FABRIC_LOGGING_SPEC: 'warn' },
  });
  await until(places, name, () => isHealthy(node, node.port, node.adminPort));
};

/** The orderer that leads, undefined while there is none. */
export const leaderOf = async ({
  orderers,
  channel,
  consensus,
}: NetworkPlan['topology']): Promise<string | undefined> => {
  const { leaderMetric } = consensusRule(consensus);
  for (const { name, operationsPort } of orderers) {
    if ((await metricOf(operationsPort, leaderMetric, channel)) === 1) return name;
  }
  return undefined;
};

/** Start every orderer and let it join; settles when one leads. */
export const bringUpOrderers = async (plan: NetworkPlan): Promise<void> => {
  const { orderers } = plan.topology;
  await Promise.all(orderers.map((node) => start(plan, node)));
  await Promise.all(orderers.map((node) => join(plan, node)));
  const [first] = orderers;
  if (first !== undefined)
    await until(plan.places, first.name, async () => (await leaderOf(plan.topology)) !== undefined);
};
