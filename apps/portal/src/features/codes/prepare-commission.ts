/** What stands between a form and the two signatures of a commission: its list in the vault, its blocks, its commands. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { newOwnCommand, random128 } from '@yaosu/identity/keys/own-command';
import type { IssuedList, ReceiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { api } from '../../lib/api.js';
import { readRecords } from '../../lib/records.js';
import type { Session } from '../../lib/session.js';
import { freeRun, newList } from './serial-list.js';

/** What is asked of who commissions. */
export interface Wanted {
  readonly batch: string;
  readonly gtin: string;
  readonly count: number;
  readonly site: string;
  readonly status: string;
}

/** There are not enough free blocks in a row. */
export class BlocksMissing extends Error {
  override readonly name = 'BlocksMissing';
}

const freeBlocks = async (prefix: string): Promise<readonly number[]> => {
  const free: number[] = [];
  let cursor: string | undefined;
  do {
    const { records, next } = await readRecords('alloc', { cursor });
    const own = records.filter(({ value }) => value.prefix === prefix && value.commission === null);
    free.push(...own.map(({ value }) => value.block));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return free;
};

/** Stores a leaf file and makes the command that publishes it. @throws ApiError */
export const publishLeafFile = async (
  session: Session,
  batch: string,
  content: IssuedList | ReceiverLeaves,
): Promise<Command> => {
  const digests = await storeDocument(api, random128(), content);
  const payload = { ...digests, kind: 'leafFile', batch };
  return newOwnCommand(session, { act: documentActs.publish, payload, seenHash: null });
};

/** A list of serials and the blocks that they use up. */
export interface Prepared {
  readonly wanted: Wanted;
  readonly list: IssuedList;
  readonly source: Readonly<Record<string, unknown>>;
  readonly publish: Command;
}

/** Makes the list and publishes it first, so that no commission is without one. @throws BlocksMissing, ApiError */
export const prepareList = async (session: Session, wanted: Wanted): Promise<Prepared> => {
  const { batch, gtin, count } = wanted;
  const { id: prefix } = await api.call('opaqueId', { of: 'serials', code: gtin });
  const run = freeRun(await freeBlocks(prefix), count);
  if (run === undefined) throw new BlocksMissing();
  const list = newList(gtin, count);
  const publish = await publishLeafFile(session, batch, list);
  return { wanted, list, source: { kind: 'blocks', prefix, ...run }, publish };
};

/** The commission of a list that is published. @throws ApiError */
export const prepareCommission = async (
  session: Session,
  { wanted: { batch, site, status, count }, list: { root }, source }: Prepared,
): Promise<Command> => {
  const act = codeActs.commission;
  const payload = { batch, site, status, count, root, source };
  return newOwnCommand(session, { act, payload, seenHash: await seenHashOf(api, act, payload) });
};
