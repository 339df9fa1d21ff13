import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import request from 'supertest';
import type { AlertView } from '../api/alerts.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { compareReadModels, projectAll } from '../projection/rebuild.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { TriageStore } from './triage-store.js';

const PLACE = 'urn:epc:id:sgln:6901234.00001.0';
const packOf = (serial: string): string => `urn:epc:id:sgtin:6901234.100000.${serial}`;

describe('alerts', () => {
  let gateway: TestGateway;
  let maker: Actor;
  let cdmo: Actor;
  beforeAll(async () => {
    gateway = await newTestGateway();
    [maker, cdmo] = await Promise.all([gateway.actor('maker-qp'), gateway.actor('cdmo-qp')]);
  });
  afterAll(() => gateway.remove());

  const reported = async (by: Actor, serial: string, bizStep: string, day: number, more: object = {}) => {
    const event = {
      ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, epcList: [packOf(serial)] },
      eventTime: `2026-10-${String(day)}T08:00:00.000Z`,
      eventTimeZoneOffset: '+00:00',
      readPoint: { id: PLACE },
      ...more,
    };
    const document = {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-20T00:00:00Z' },
      epcisBody: { eventList: [event] },
    };
    const response = await request(gateway.url)
      .post('/epcis/v2/capture')
      .set({ authorization: `Bearer ${by.token}`, 'content-type': 'application/ld+json' })
      .send(JSON.stringify(document));
    expect(response.status).toBe(202);
  };
  const alertsOf = async (actor: Actor): Promise<readonly AlertView[]> =>
    (await actor.client.read('alerts', {})).alerts;

  it('tell a second use to who used it, without what another firm has reported', async () => {
    await reported(maker, 'TWICE', 'dispensing', 11);
    expect(await alertsOf(maker)).toEqual([]);
    await reported(cdmo, 'TWICE', 'dispensing', 14);
    const [alert, ...others] = await alertsOf(cdmo);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      ...{ state: 'open', class: 'secondUse', cause: 'copy', whose: cdmo.enterprise, triages: [] },
      sighting: { holder: cdmo.enterprise, place: 'https://id.gs1.org/414/6901234000016', isWithheld: false },
      other: {
        step: 'dispensed',
        at: '2026-10-11T08:00:00.000Z',
        isWithheld: true,
        holder: null,
        place: null,
      },
    });
    expect(await alertsOf(maker)).toEqual([]);
  });

  it('are for who commissioned the object where a copy is likely', async () => {
    await reported(maker, 'MADE', 'commissioning', 10, { action: 'ADD' });
    await reported(maker, 'MADE', 'dispensing', 11);
    await reported(cdmo, 'MADE', 'dispensing', 12);
    expect(await alertsOf(maker)).toMatchObject([{ class: 'secondUse', whose: maker.enterprise }]);
    const { alerts } = await cdmo.client.read('alerts', {}, { class: 'secondUse' });
    expect(alerts.map(({ whose }) => whose)).toEqual([cdmo.enterprise]);
  });

  it('are settled by a return that was told late', async () => {
    await reported(maker, 'BACK', 'dispensing', 11);
    await reported(cdmo, 'BACK', 'dispensing', 14);
    expect((await cdmo.client.read('alerts', {}, { state: 'open' })).alerts).toHaveLength(2);
    await reported(maker, 'BACK', 'receiving', 12, { disposition: 'returned' });
    expect((await cdmo.client.read('alerts', {}, { state: 'open' })).alerts).toHaveLength(1);
    const { alerts } = await cdmo.client.read('alerts', {}, { state: 'settled' });
    expect(alerts).toMatchObject([{ state: 'settled', cause: 'copy' }]);
  });

  it('are judged by whose they are, and by one at a time', async () => {
    const [open] = (await cdmo.client.read('alerts', {}, { state: 'open' })).alerts;
    const finding = { outcome: 'explained', cause: 'return', note: '退货漏扫' } as const;
    const body = { alert: open?.id ?? '', ...finding };
    await expect(maker.client.call('triage', body)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
    const both = await Promise.allSettled([
      cdmo.client.call('triage', body),
      cdmo.client.call('triage', body),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'ALERT_TRIAGED' }) }),
    );
    await cdmo.client.call('triage', { ...body, outcome: 'copyConfirmed', cause: 'copy', seen: 1 });
    const { alerts } = await cdmo.client.read('alerts', {}, { state: 'triaged' });
    expect(alerts).toMatchObject([
      {
        triages: [
          { ...finding, kid: cdmo.key.kid, enterprise: cdmo.enterprise },
          { outcome: 'copyConfirmed' },
        ],
      },
    ]);
    const kept = await TriageStore.open(join(gateway.folder, 'alert-triages'), () => 'unused');
    expect(kept.of(open?.id ?? '')).toEqual(alerts[0]?.triages);
  });

  it('are not shown to others, and are the same when they are made again', async () => {
    const stranger = await gateway.actor('rival-qp');
    expect(await alertsOf(stranger)).toEqual([]);
    const { db, projection, access, vault } = gateway.services;
    const rebuilt = await openMemoryDatabase();
    await projectAll(access.ledger, rebuilt, projection.asOfBlock + 1, vault);
    expect(await compareReadModels(db, rebuilt)).toEqual([]);
    await rebuilt.destroy();
  });
});
