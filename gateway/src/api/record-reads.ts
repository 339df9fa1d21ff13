/** Reads of the ledger's records as they are. */
import * as z from 'zod';
import { INCIDENT_STATES } from '@yaosu/chaincode/model/incident/states';
import { KEY_PARTS, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { none, page, read } from './read-definition.js';
import { paramSchemas as param, recordDetail, recordHash, recordPage } from './schemas.js';

const KEY_TYPES = Object.keys(KEY_PARTS) as [KeyType, ...KeyType[]];

/** Name → definition. */
export const RECORD_READS = {
  records: read({
    path: '/api/records',
    summary:
      'Records of one type that the caller may see, of one batch if it is named, the newest first; incidents by their state and by the load that they are about',
    access: 'session',
    params: none,
    query: page.extend({
      type: z.enum(KEY_TYPES),
      batch: param.batch.optional(),
      drill: param.drill,
      state: z.enum(INCIDENT_STATES).optional(),
      subject: param.load,
    }),
    response: recordPage,
  }),
  record: read({
    path: '/api/records/{key}',
    summary: 'A record by its key',
    access: 'session',
    params: z.strictObject({ key: param.key }),
    query: none,
    response: recordDetail,
  }),
  recordHash: read({
    path: '/api/records/{key}/hash',
    summary: 'Hash of the present record, for `seenHash` of a command',
    access: 'session',
    params: z.strictObject({ key: param.key }),
    query: none,
    response: recordHash,
  }),
} as const;
