/** One case goes from the wholesaler to the pharmacy, with what proves its packs. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { inclusionProofs } from '@yaosu/chaincode/signing/merkle';
import { receiverLeaves, type ProvedPack } from '../api/leaf-file.js';
import { stockOf } from './batches.js';
import { FIRM, glnOfSite } from './cast.js';
import { TRADE } from './figures.js';
import { contentOf, grant, publish } from './papers.js';
import { loadOf, saleOf } from './sales.js';
import type { Stage } from './stage.js';
import { bookInAndAccept, drive } from './wholesale.js';
import { given, type World } from './world.js';

const KEEPER = 'wholesale-keeper';
const PHARMACIST = 'pharmacist';

/** The maker writes the leaves of one case for who will open it: never the whole list. @returns the document */
const publishCaseFile = async (stage: Stage, world: World): Promise<string> => {
  const { serials, leaves, gtin, commission, cases } = given(world, 'codes');
  const { batch, identity } = given(world, 'packed');
  const packs = inclusionProofs(leaves, TRADE.inCase).map((proof, index) => ({
    serial: serials[index] ?? '',
    index,
    proof,
  }));
  const content = { gtin, commission, sscc: cases[0]?.sscc ?? '', packs };
  const document = await publish(stage, 'maker-production', { kind: 'leafFile', batch }, content);
  for (const id of [document, identity]) await grant(stage, 'maker-qp', id, FIRM.pharmacy);
  return document;
};

/** Refused at the address that is not on the licence; goes to the one that is. @returns the packs that can be proved */
export const sellCase = async (stage: Stage, world: World): Promise<readonly ProvedPack[]> => {
  const batch = given(world, 'packed');
  const { cases } = given(world, 'codes');
  const [container] = cases;
  const caseFile = await publishCaseFile(stage, world);
  const noteNo = `HD-${stage.run}`;
  const quantity = String(TRADE.inCase);
  const sale = { consignor: FIRM.wholesaler, consignee: FIRM.pharmacy, batch, quantity, noteNo };
  const elsewhere = saleOf(stage, { ...sale, to: glnOfSite(FIRM.pharmacy, 1) });
  await stage.refused('SHIPMENT_CONSIGNEE_UNLICENSED', KEEPER, shipmentActs.create, elsewhere);
  const announced = saleOf(stage, sale);
  const { shipment } = announced;
  await stage.send(KEEPER, shipmentActs.create, announced);
  await stage.send(KEEPER, shipmentActs.load, loadOf(shipment, sale, [], caseFile));
  const { client } = await stage.as(KEEPER);
  const { record } = await client.read('record', { key: keyOf('ship', shipment) });
  const [parcel = ''] = record.value['parcels'] as readonly string[];
  const onBoard = await client.read('record', { key: `parcel~${parcel}` });
  stage.same('case on board', onBoard.record.value['container'], container?.code);
  await drive(stage, shipment, { giver: KEEPER, taker: PHARMACIST, ...sale });
  const who = { login: PHARMACIST, inspector: 'pharmacy-receiving', holder: FIRM.pharmacy };
  await bookInAndAccept(stage, batch.batch, who);
  await stage.send(PHARMACIST, codeActs.disaggregate, {
    container: container?.code,
    holder: FIRM.pharmacy,
    site: glnOfSite(FIRM.pharmacy),
    status: 'acceptable',
    contents: [{ batch: batch.batch, count: TRADE.inCase }],
  });
  stage.same('packs on the shelf', await stockOf(stage, PHARMACIST, batch.batch), TRADE.onArrival);
  const left = await stockOf(stage, KEEPER, batch.batch);
  stage.same('packs of the wholesaler', left, [['acceptable', TRADE.atWholesaler, batch.unit]]);
  const { client: counter } = await stage.as(PHARMACIST);
  const { files } = await counter.read('leafFiles', {});
  stage.same(
    'leaf file open to the pharmacy',
    files.find(({ document }) => document === caseFile)?.batch,
    batch.batch,
  );
  return receiverLeaves.parse(await contentOf(stage, PHARMACIST, caseFile)).packs;
};
