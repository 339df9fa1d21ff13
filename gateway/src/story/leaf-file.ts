/** The list of a commission's serials, case by case, in its maker's vault. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { merkleRoot } from '@yaosu/chaincode/signing/merkle';
import { contentOf, publish } from './papers.js';
import { GTIN, leavesOf, type Container, type Serialised } from './serials.js';
import type { Stage } from './stage.js';

interface LeafFile {
  readonly gtin: string;
  readonly commission: string;
  readonly cases: readonly { readonly sscc: string; readonly serials: readonly string[] }[];
}

/** Publishes the list and reads it back: it leads to the root on the ledger. @returns the document */
export const publishLeafFile = async (
  stage: Stage,
  { lot, commission, serials }: Serialised,
  cases: readonly Container[],
): Promise<string> => {
  let next = 0;
  const content: LeafFile = {
    gtin: GTIN,
    commission,
    cases: cases.map(({ sscc, count }) => ({ sscc, serials: serials.slice(next, (next += count)) })),
  };
  const { production, releaser } = lot.staff;
  const about = { kind: 'leafFile', batch: lot.batch };
  const document = await publish(stage, production, about, { ...content });
  const read = (await contentOf(stage, releaser, document)) as unknown as LeafFile;
  const { client } = await stage.as(releaser);
  const { record } = await client.read('record', { key: keyOf('com', lot.batch, commission) });
  const listed = read.cases.flatMap((each) => each.serials);
  stage.same('root of the leaf file', merkleRoot(leavesOf(read.gtin, listed)), record.value['root']);
  const first = await client.read('record', {
    key: keyOf('obj', ssccHash(read.cases[0]?.sscc ?? '')),
  });
  stage.same('first case of the leaf file', first.record.value['contents'], [
    { from: commission, batch: lot.batch, count: read.cases[0]?.serials.length },
  ]);
  return document;
};
