/** The story's acts as EPCIS events: what they are, who reads them, in which order a pack went through them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { ACTS_OF_THE_STORY } from '@yaosu/gateway/story/acts/index';
import { GTIN } from '@yaosu/gateway/story/serials';
import { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';
import { startInProcess, type InProcessGateway } from '../support/story-gateway.js';

type Json = Record<string, unknown>;
const MINUTES = 60_000;

describe("the story's acts as EPCIS events", () => {
  let gateway: InProcessGateway;
  let stage: Stage;
  const world: World = {};

  beforeAll(async () => {
    gateway = await startInProcess(systemPorts);
    stage = await Stage.open(gateway.url, systemPorts);
    const around = { url: gateway.url, ports: systemPorts };
    for (const act of ACTS_OF_THE_STORY) await act.play(stage, world, around);
  }, 6 * MINUTES);
  afterAll(() => gateway.remove());

  test('x', async () => {
    const { readFileSync } = await import('node:fs');
    void readFileSync;
    const rows = await gateway.services.db.selectFrom('epcis_events').select(['event','biz_step','batches','records']).where('enterprise','=','').orderBy('block').execute();
    const { writeFileSync } = await import('node:fs');
    writeFileSync('/tmp/epcis2-events.json', JSON.stringify(rows, null, 1));
    void GTIN; void given;
    expect(rows.length).toBeGreaterThan(1);
    const pharmacist = await stage.as('pharmacist');
    console.log(Object.keys(pharmacist));
    const j: Json = {};
    void j;
  });
});
