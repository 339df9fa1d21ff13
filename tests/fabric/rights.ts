/**
 * The tables of who may on both ledgers: each act by one who may, and by everybody else of the cast. A line a difference; the last
 * one says how many answers are equal. Words choose acts that contain them.
 */
import { parseArgs } from 'node:util';
import { hostOfName, NAMES, type Name } from '../support/cast.js';
import { RIGHTS } from '../contracts/rights/index.js';
import { openOnFabric } from '../support/fabric-test-ledger.js';
import { onProductNetwork } from '../support/on-product-network.js';
import { sendRight, type Right } from '../support/right.js';
import { Stage } from '../support/stage.js';

/** What everybody was answered; the one who may comes last, under his own name. */
type Answers = ReadonlyMap<string, string>;

const titleOf = ({ act, varies }: Right): string =>
  [act.contract, act.name, ...(varies === undefined ? [] : [varies.role])].join('.');

const othersOf = ({ may, varies }: Right): readonly Name[] =>
  NAMES.filter((name) => (may === 'hosts' || !may.includes(name)) && name !== varies?.first);

const refusalsOf = async (stage: Stage, right: Right): Promise<readonly (readonly [string, string])[]> => {
  const { may, varies } = right;
  const command = await right.command(stage, may === 'hosts' ? 'regulatorRoot' : (may[0] ?? 'makerRoot'));
  return Promise.all(
    othersOf(right).map(async (name) => {
      const endorsers = [hostOfName(varies?.first ?? name)];
      return [name, await sendRight(stage, right, name, { ...command, endorsers })] as const;
    }),
  );
};

const permissionOf = async (stage: Stage, right: Right): Promise<readonly [string, string]> => {
  const { may } = right;
  if (may === 'hosts') {
    const { payload } = await right.command(stage, 'regulatorRoot');
    return ['RegulatorMSP', await stage.sendAsHost('RegulatorMSP', right.act, payload)];
  }
  const [name = 'makerRoot'] = may;
  return [name, await sendRight(stage, right, name, await right.command(stage, name))];
};

const answersTo = async (stage: Stage, right: Right): Promise<Answers> =>
  new Map([...(await refusalsOf(stage, right)), await permissionOf(stage, right)]);

const differences = (title: string, embedded: Answers, fabric: Answers): readonly string[] =>
  [...embedded]
    .filter(([name, code]) => fabric.get(name) !== code)
    .map(([name, code]) => `${title} by ${name}: ${code} embedded, ${String(fabric.get(name))} on Fabric`);

await onProductNetwork(async (plan) => {
  const embedded = await Stage.enter();
  const fabric = await Stage.enter(await openOnFabric(plan));
  const [words = ''] = parseArgs({ allowPositionals: true }).positionals;
  const rights = RIGHTS.filter((right) => titleOf(right).includes(words));
  let [answers, different] = [0, 0];
  for (const right of rights) {
    // One after the other: some commands turn the clock of this process.
    const here = await answersTo(embedded, right);
    const there = await answersTo(fabric, right);
    const found = differences(titleOf(right), here, there);
    for (const line of found) console.log(line);
    answers += here.size;
    different += found.length;
  }
  await Promise.all([embedded, fabric].map(({ network }) => network.close()));
  console.log(
    `rights: ${String(answers - different)} of ${String(answers)} answers of ${String(rights.length)} acts equal`,
  );
  return different === 0 ? 0 : 1;
});
