/** What stands between a form and the signature of a commission: its blocks, the root of its list, its command. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { newOwnCommand, random128 } from '@yaosu/identity/keys/own-command';
import type { ReceiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { api } from '../../lib/api.js';
import { readRecords } from '../../lib/records.js';
import type { Session } from '../../lib/session.js';
import { freeRun, receiverLeavesOf, rootOf, type IssuedList } from './serial-list.js';

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
  content: ReceiverLeaves,
): Promise<Command> => {
  const digests = await storeDocument(api, random128(), content);
  const payload = { ...digests, kind: 'leafFile', batch };
  return newOwnCommand(session, { act: documentActs.publish, payload, seenHash: null });
};

/** What is asked of who registers a second code. */
export interface WantedAlias {
  readonly batch: string;
  readonly commission: string;
  /** Place on the list, from 0. */
  readonly index: number;
  /** The second code as a scanner reads it. */
  readonly text: string;
}

/** The registration of a second code on a pack of a list: the gateway keeps its text, which peers are shown. @throws ApiError */
export const prepareAlias = async (
  session: Session,
  list: IssuedList,
  { batch, commission, index, text }: WantedAlias,
): Promise<Command> => {
  const [pack] = receiverLeavesOf(list, commission, index, 1).packs;
  const { alias } = await api.call('secondCode', { text });
  const code = packHash(list.gtin, pack?.serial ?? '');
  const unit = { batch, commission, index, proof: pack?.proof ?? [] };
  const act = codeActs.alias;
  const payload = { alias, code, unit };
  return newOwnCommand(session, { act, payload, seenHash: await seenHashOf(api, act, payload) });
};

/** The commission of packs whose serials are the next free ones of their GTIN. @throws BlocksMissing, ApiError */
export const prepareCommission = async (
  session: Session,
  { batch, gtin, count, site, status }: Wanted,
): Promise<Command> => {
  const { id: prefix } = await api.call('opaqueId', { of: 'serials', code: gtin });
  const run = freeRun(await freeBlocks(prefix), count);
  if (run === undefined) throw new BlocksMissing();
  const list = await api.call('codeList', { gtin, ...run, count });
  const act = codeActs.commission;
  const source = { kind: 'blocks', prefix, ...run };
  const payload = { batch, site, status, count, root: rootOf(list), source };
  return newOwnCommand(session, { act, payload, seenHash: await seenHashOf(api, act, payload) });
};
