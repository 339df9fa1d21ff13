/** Reads of the enterprise node, which say inside their answers what may not be seen. */
import { HandleClient, itemAt, valueAt } from '@yaosu/gateway/testing/handle-client';
import type { Stage } from '@yaosu/gateway/story/stage';
import { FIRM } from '@yaosu/gateway/story/cast';
import { IDENTIFIER_PREFIX, OTHER_PREFIX } from '../support/story-gateway.js';
import type { ReadId } from './row.js';

const HANDLE = `${IDENTIFIER_PREFIX}/drum-1`;
/** What only those see who may. */
const NARROW = '三号库房';
const asked = encodeURIComponent(HANDLE);

/** A read, and who is told what is not for everybody. */
export interface NodeRead {
  readonly read: ReadId;
  readonly path: string;
  readonly readers: readonly string[];
}

export const NODE_READS: readonly NodeRead[] = [
  {
    read: 'handleDetail',
    path: `/identityv2/data/detail?handle=${asked}`,
    readers: ['maker', 'wholesaler'],
  },
  {
    read: 'doipRetrieve',
    path: `/api/v1/doip?targetId=${asked}&operationId=0.DOIP/Op.Retrieve`,
    readers: ['maker', 'wholesaler'],
  },
  {
    read: 'handleTemplate',
    path: `/snms/api/v5/template?prefix=${IDENTIFIER_PREFIX}&version=1`,
    readers: ['maker'],
  },
];

/** Whether an answer tells what only some may see. */
export const tellsNarrow = (text: string): boolean => text.includes(NARROW);

const registerAs = async (stage: Stage, login: string, prefix: string): Promise<string> => {
  const client = new HandleClient(stage.url, (await stage.as(login)).token);
  const items = [itemAt(2000, 'name'), { ...itemAt(2001, 'store'), name: NARROW }];
  await client.template(prefix, '1', items);
  const values = [valueAt(2000, 'name', '桶'), valueAt(2001, 'store', NARROW, FIRM.wholesaler)];
  const { body } = await client.register(`${prefix}/drum-1`, '1', values);
  if (body.status !== 1) throw new Error(body.message);
  return `${prefix}/drum-1`;
};

/** Registers an identifier of the maker with a value that the wholesaler may read, and one of the wholesaler. */
export const identifiersOf = async (
  stage: Stage,
): Promise<Readonly<Record<'identifier' | 'otherIdentifier', string>>> => ({
  identifier: await registerAs(stage, 'maker-production', IDENTIFIER_PREFIX),
  otherIdentifier: await registerAs(stage, 'wholesale-receiving', OTHER_PREFIX),
});
