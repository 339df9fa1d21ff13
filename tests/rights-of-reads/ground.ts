/** The story's data and what it leaves out, with the id of everything that is asked for. */
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { ACTS_OF_THE_STORY } from '@yaosu/gateway/story/acts/index';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';
import type { Ports } from '@yaosu/gateway/ports';
import type { InProcessGateway } from '../support/story-gateway.js';
import { settleElsewhere } from './elsewhere.js';
import { idsOf, type IdName } from './ids.js';
import { openSessions, type Sessions } from './sessions.js';

/** The story as it was played, and the ids of what is asked for. */
export interface Ground {
  readonly stage: Stage;
  readonly headers: Sessions['headers'];
  readonly id: (name: IdName) => string;
}

const play = async (url: string, ports: Ports): Promise<{ stage: Stage; world: World }> => {
  const stage = await Stage.open(url, ports);
  const world: World = {};
  for (const act of ACTS_OF_THE_STORY) await act.play(stage, world, { url, ports });
  return { stage, world };
};

/** A group whose fills are enough, so that the gateway's own key orders the transfer. */
const armGroup = async ({ services }: InProcessGateway, stage: Stage, world: World): Promise<void> => {
  const ordered = new Promise<void>((resolve) => {
    const stop = services.projection.listen(({ changes }) => {
      if (!changes.some(({ type }) => type === 'trig')) return;
      stop();
      resolve();
    });
  });
  await stage.send('cdmo-waste', wasteActs.armGroup, {
    group: stage.newId(),
    operator: FIRM.cdmo,
    site: glnOfSite(FIRM.cdmo),
    streams: [given(world, 'drum').stream],
    threshold: '1000',
  });
  await ordered;
};

/** Plays the story and what it leaves out, and lets everybody in. */
export const layGround = async (gateway: InProcessGateway, ports: Ports): Promise<Ground> => {
  const { stage, world } = await play(gateway.url, ports);
  await armGroup(gateway, stage, world);
  const { headers, roots } = await openSessions(gateway, stage);
  const [root, cdmo] = [roots.get('makerOnly'), roots.get('cdmoElsewhere')];
  if (root === undefined || cdmo === undefined) throw new Error('nobody is elsewhere');
  const ids = await idsOf(gateway, stage, world, await settleElsewhere(gateway, stage, root, cdmo));
  return { stage, headers, id: (name) => ids[name] };
};
