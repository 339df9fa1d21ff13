import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { heldLot, registeredLot } from '../support/goods.js';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { hold, unhold, releaseFromSite } = ACTS.Batch;
const reason = digest('reason');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

test('is lifted once', async () => {
  const { batch, hold: placed } = await heldLot(stage);
  expect(await stage.send('makerKeeper', unhold, { batch, hold: placed })).toBe('VALID');
  expect(await stage.send('makerKeeper', unhold, { batch, hold: placed })).toBe('STATE_WRONG');
});

test('is lifted by who placed it or an authority over drugs, by nobody else', async () => {
  const { batch } = await registeredLot(stage);
  const { cmd } = await stage.must('drugInspector', hold, { batch, reason, parcel: null });
  const codes = [
    await stage.send('makerQuality', unhold, { batch, hold: cmd }),
    await stage.send('envInspector', unhold, { batch, hold: cmd }),
    await stage.send('drugInspector', unhold, { batch, hold: cmd }),
  ];
  expect(codes).toEqual(['PARTY_NOT_CONCERNED', 'PARTY_NOT_CONCERNED', 'VALID']);
});

test('each of several binds', async () => {
  const goods = await heldLot(stage);
  const { batch } = goods;
  await stage.must('makerQp', hold, { batch, reason, parcel: null });
  await stage.must('makerQuality', unhold, { batch, hold: goods.hold });
  expect(await stage.send('makerQp', releaseFromSite, { batch })).toBe('BATCH_HELD');
});

test('a hold that is none cannot be lifted', async () => {
  const { batch } = await registeredLot(stage);
  expect(await stage.send('makerQp', unhold, { batch, hold: digest('none') })).toBe('SUBJECT_NOT_FOUND');
});

test('a parcel of somebody else, or of another batch, makes nobody concerned', async () => {
  const { batch } = await registeredLot(stage);
  const parcels = [...(await stage.network.state.records('parcel~')).values()];
  const of = (id: string): unknown => parcels.find((parcel) => parcel['batch'] === id)?.['parcel'];
  const own = await registeredLot(stage, { firm: 'cdmo' });
  const fresh = [...(await stage.network.state.records('parcel~')).values()];
  const foreign = fresh.find((parcel) => parcel['batch'] === own.batch)?.['parcel'];
  expect(await stage.send('cdmoQp', hold, { batch, reason, parcel: of(batch) })).toBe('PARTY_NOT_CONCERNED');
  expect(await stage.send('cdmoQp', hold, { batch, reason, parcel: foreign })).toBe('PARTY_NOT_CONCERNED');
});
