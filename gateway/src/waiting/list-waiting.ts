import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { MATTER_NAMES, MATTERS, type MatterName } from '../api/waiting.js';
import type { ReadHandler } from '../http/read-handler.js';
import { countDesk } from './count-desk.js';
import { countLists } from './count-lists.js';
import { countRecords } from './count-records.js';

const isFor = (name: MatterName, functions: readonly KeyFunction[]): boolean =>
  MATTERS[name].some((each) => functions.includes(each));

/** `GET /api/waiting`: an authority counts what its purpose lets it list. */
export const listWaiting: ReadHandler<'waiting'> = async (request) => {
  const names = MATTER_NAMES.filter((name) => isFor(name, request.caller.functions));
  const counted = await Promise.all(
    [countRecords, countDesk, countLists].map((count) => count(request, names)),
  );
  const counts = new Map(counted.flat());
  return {
    matters: names.flatMap((name) => {
      const count = counts.get(name) ?? 0;
      return count === 0 ? [] : [{ name, count }];
    }),
  };
};
