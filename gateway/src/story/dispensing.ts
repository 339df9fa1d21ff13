/** Packs over the counter: on line, off line, against the ledger, and back again. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import type { ProvedPack } from '../api/leaf-file.js';
import { FIRM, glnOfSite } from './cast.js';
import { TRADE } from './figures.js';
import type { Stage } from './stage.js';
import { given, type World } from './world.js';

const PHARMACIST = 'pharmacist';
const SECOND = 'pharmacy-receiving';
const HOLDER = 'wholesale-quality';

const OFFLINE_MINUTES = -120;

type Payload = Record<string, unknown>;

/** The pharmacy at its counter. */
export class Counter {
  readonly #site = glnOfSite(FIRM.pharmacy);

  constructor(
    readonly stage: Stage,
    readonly world: World,
  ) {}

  /** What is scanned, and what proves it. */
  payloadOf({ serial, index, proof }: ProvedPack): Payload & { unit: string } {
    const { gtin, commission } = given(this.world, 'codes');
    const { batch } = given(this.world, 'packed');
    return { unit: packHash(gtin, serial), batch, commission, index, proof, site: this.#site };
  }

  /** Once, and not again. @returns the unit */
  async dispense(pack: ProvedPack): Promise<string> {
    const payload = this.payloadOf(pack);
    await this.stage.send(PHARMACIST, codeActs.dispense, payload);
    await this.stage.refused('UNIT_ALREADY_DISPENSED', PHARMACIST, codeActs.dispense, payload);
    return payload.unit;
  }

  /** A serial that nobody has commissioned, with the proof of one that was. */
  async refuseUnproved(pack: ProvedPack): Promise<void> {
    const forged = this.payloadOf({ ...pack, serial: 'ZZZZZZZZZZZZ' });
    await this.stage.refused('CODE_NOT_PROVED', PHARMACIST, codeActs.dispense, forged);
  }

  /** Dispensed without network while the wholesaler had put the batch on hold: recorded, with what it broke. */
  async dispenseOffline(pack: ProvedPack): Promise<void> {
    const { stage } = this;
    const { batch } = given(this.world, 'packed');
    const parcel = await this.#parcelOfWholesaler(batch);
    const placed = { batch, reason: stage.digest('complaint of a customer'), parcel };
    const { cmd: hold } = await stage.send(HOLDER, batchActs.hold, placed);
    const payload = this.payloadOf(pack);
    await stage.refused('BATCH_HELD', PHARMACIST, codeActs.dispense, payload);
    const told = { capturedAt: stage.instant(OFFLINE_MINUTES) };
    const fact = { ...payload, reason: 'noNetwork' };
    const { result } = await stage.send(PHARMACIST, codeActs.recordDispensed, fact, told);
    stage.same(
      'what the fact broke',
      [result['outcome'], result['deviations']],
      ['deviating', TRADE.deviations],
    );
    const { client } = await stage.as(PHARMACIST);
    const { record } = await client.read('record', { key: keyOf('unit', payload.unit) });
    const { state, offline, at } = record.value;
    stage.same('unit dispensed off line', [state, offline, at], ['dispensed', 'noNetwork', told.capturedAt]);
    await stage.send(HOLDER, batchActs.unhold, { batch, hold });
  }

  /** Told of a branch where the ledger has no such pack: nothing changes, both sides own the dispute. */
  async contradict(pack: ProvedPack): Promise<void> {
    const { stage } = this;
    const payload = { ...this.payloadOf(pack), site: glnOfSite(FIRM.pharmacy, 1), reason: 'paper' };
    const told = { capturedAt: stage.instant(OFFLINE_MINUTES) };
    const { cmd, result } = await stage.send(PHARMACIST, codeActs.recordDispensed, payload, told);
    stage.same('outcome of the contradiction', result['outcome'], 'disputed');
    for (const login of [PHARMACIST, 'maker-qm']) {
      const { client } = await stage.as(login);
      const { cause, owners, resolution } = (await client.read('record', { key: keyOf('disp', cmd) })).record
        .value;
      stage.same(
        `dispute as ${login} reads it`,
        { cause, owners, resolution },
        {
          ...TRADE.dispute,
          resolution: null,
        },
      );
    }
  }

  /** A customer brings a pack back: returned by two persons, then pending until quality decides. */
  async takeBack(pack: ProvedPack): Promise<void> {
    const { stage } = this;
    const { unit, batch } = this.payloadOf(pack);
    const reason = stage.digest('customer brought it back unopened');
    const second = { with: [await stage.as(SECOND)] };
    await stage.send(PHARMACIST, codeActs.reverse, { unit, site: this.#site, reason }, second);
    const shelf = { holder: FIRM.pharmacy, batch, unit: 'H87', site: this.#site, quantity: '1' };
    const verdict = { status: 'returned', result: 'acceptable' };
    await stage.refused('FUNCTION_MISSING', SECOND, stockActs.inspect, { ...shelf, ...verdict });
    await stage.send(SECOND, stockActs.inspect, { ...shelf, status: 'returned', result: 'pending' });
  }

  async #parcelOfWholesaler(batch: string): Promise<unknown> {
    const { client } = await this.stage.as(HOLDER);
    const { records } = await client.read('records', {}, { type: 'parcel', batch, limit: 200 });
    const own = records.find(({ value }) => value['spentBy'] === null && value['holder'] === FIRM.wholesaler);
    return own?.value['parcel'];
  }
}
