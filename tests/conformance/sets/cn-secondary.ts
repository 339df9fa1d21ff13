/** How our connector takes a secondary node that answers 504 after it has done what it was asked. */
import { pino } from 'pino';
import { HandleSync } from '@yaosu/gateway/identifiers/handle-sync';
import { HttpSecondaryNode } from '@yaosu/gateway/identifiers/http-secondary-node';
import { startEnterpriseNode } from '@yaosu/gateway/testing/enterprise-node';
import { itemAt, valueAt } from '@yaosu/gateway/testing/handle-client';
import { SimulatedNode } from '@yaosu/gateway/testing/simulated-node';
import { newImpatientPorts } from '@yaosu/gateway/testing/test-ports';

const PREFIX = '88.1021.150';
const FIRM = 'firm';

/** Whether the second attempt's "already exists" counts as done, and nothing was registered twice. */
export const isRegisteredAfterTimeOut = async (): Promise<boolean> => {
  const above = new SimulatedNode();
  const host = await above.listen();
  above.fates.push('timedOut');
  const node = await startEnterpriseNode({ [PREFIX]: FIRM });
  const client = node.client(FIRM);
  await client.template(PREFIX, '1', [itemAt(2000, 'name')]);
  await client.register(`${PREFIX}/x`, '1', [valueAt(2000, 'name', 'x')]);
  const sync = new HandleSync({
    ...{ db: node.db, ports: newImpatientPorts(), log: pino({ level: 'silent' }) },
    projection: { listen: () => () => undefined },
    node: new HttpSecondaryNode({
      ...{ url: `http://${host}`, token: undefined, allowed: [host], signal: new AbortController().signal },
    }),
  });
  sync.start();
  const stateOf = async (): Promise<string | undefined> =>
    (await node.db.selectFrom('identifiers').select('sync').executeTakeFirst())?.sync;
  while ((await stateOf()) === 'waiting') await new Promise((resolve) => setImmediate(resolve));
  const isRegistered = (await stateOf()) === 'registered' && above.changes.length === 1;
  await sync.close();
  await node.close();
  await above.close();
  return isRegistered;
};
