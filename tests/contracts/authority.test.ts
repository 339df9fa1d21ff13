import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { attestationPayload } from '../support/attestation.js';
import { casePayload } from '../support/authority.js';
import { FIRMS } from '../support/cast.js';
import { registeredLot, type Goods } from '../support/goods.js';
import { freshGln, freshId, site } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { openCase, closeCase } = ACTS.Authority;
const { attest } = ACTS.Attestation;

describe('cases of an authority and attestations', () => {
  let stage: Stage;
  let lot: Goods;
  let parcel: string;
  beforeAll(async () => {
    stage = await Stage.enter();
    lot = await registeredLot(stage);
    const parcels = await stage.network.state.records('parcel~');
    parcel = String([...parcels.values()].find(({ batch }) => batch === lot.batch)?.['parcel']);
  }, 60_000);
  afterAll(() => stage.network.close());

  const open = (change: object): Promise<string> =>
    stage.send('drugInspector', openCase, casePayload(lot, change));

  test('a case is opened where something of the root lies', async () => {
    const elsewhere = { enterprise: 'wholesaler', gln: FIRMS.wholesaler.gln };
    expect(await open({})).toBe('VALID');
    expect(await open({ parcel })).toBe('VALID');
    expect(await open({ root: freshId() })).toBe('BATCH_NOT_FOUND');
    expect(await open({ site: elsewhere })).toBe('CASE_OUT_OF_AREA');
    expect(await open({ site: elsewhere, parcel })).toBe('CASE_OUT_OF_AREA');
    expect(await open({ parcel: `${freshId()}~0` })).toBe('CASE_OUT_OF_AREA');
  });

  test('a case outside of the area is refused', async () => {
    const gln = freshGln();
    await stage.must('makerRoot', ACTS.Enterprise.addSite, { ...site('maker', gln), area: '440100' });
    const far = await registeredLot(stage, { change: { site: gln } });
    const payload = casePayload(far, { site: { enterprise: 'maker', gln } });
    expect(await stage.send('drugInspector', openCase, payload)).toBe('VALID');
    expect(await stage.send('envInspector', openCase, { ...payload, case: freshId() })).toBe(
      'CASE_OUT_OF_AREA',
    );
  });

  test('a case is closed once, and opened once', async () => {
    const payload = casePayload(lot);
    await stage.must('drugInspector', openCase, payload);
    expect(await stage.send('drugInspector', openCase, payload)).toBe('CASE_EXISTS');
    expect(await stage.send('drugInspector', closeCase, { case: payload['case'] })).toBe('VALID');
    expect(await stage.send('drugInspector', closeCase, { case: payload['case'] })).toBe('CASE_CLOSED');
    expect(await stage.send('drugInspector', closeCase, { case: freshId() })).toBe('CASE_NOT_FOUND');
  });

  test('an attestation has a period that has begun and an id of its own', async () => {
    const payload = attestationPayload();
    expect(await stage.send('makerProduction', attest, payload)).toBe('VALID');
    expect(await stage.send('makerProduction', attest, payload)).toBe('ATTESTATION_EXISTS');
    for (const change of [
      { from: '2026-01-02T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' },
      { from: '2048-01-01T00:00:00.000Z', to: '2048-02-01T00:00:00.000Z' },
      { to: '2048-02-01T00:00:00.000Z' },
    ]) {
      expect(await stage.send('makerProduction', attest, attestationPayload(change))).toBe(
        'ATTESTATION_PERIOD_WRONG',
      );
    }
  });
});
