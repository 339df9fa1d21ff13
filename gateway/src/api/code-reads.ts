/** Reads about codes. */
import * as z from 'zod';
import { codeRangesView, commissionListView } from './codes.js';
import { downloadsView } from './downloads.js';
import { LABELS } from './labels.js';
import { packStatusView } from './pack-status.js';
import { none, read } from './read-definition.js';
import { paramSchemas as param } from './schemas.js';

/** Name → definition. */
export const CODE_READS = {
  codeRanges: read({
    path: '/api/codes/ranges',
    summary:
      "Serials of the caller's own enterprise by range: reserved, printed, used, rejected, destroyed, unused",
    access: 'session',
    params: none,
    query: none,
    response: codeRangesView,
  }),
  commissionList: read({
    path: '/api/codes/commissions/{commission}',
    summary: "The serials of the caller's own commission in the order of its list",
    access: 'session',
    params: z.strictObject({ commission: param.cmd }),
    query: none,
    response: commissionListView,
  }),
  codeDownloads: read({
    path: '/api/codes/downloads',
    summary: 'Lists and labels that the own enterprise has asked for, the newest first, and how far they are',
    access: 'session',
    params: none,
    query: none,
    response: downloadsView,
  }),
  packStatus: read({
    path: '/api/packs/{code}',
    summary:
      'What is known of a pack, for who holds it: GTIN and serial as an element string, AIs in brackets',
    access: 'public',
    params: LABELS.params,
    query: none,
    response: packStatusView,
  }),
} as const;
