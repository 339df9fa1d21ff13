import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { requireOwnPrefix } from '../enterprise/company-prefix.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import { parseRequest } from './parse-request.js';

/** `POST /api/resolver/entries`: who owns the company prefix says where its keys lead to; one foreign key refuses all. */
export const entryRoutes = ({ db, entries, sessions }: Services): Router =>
  Router().post(CALLS.resolverEntries.path, ...jsonBody, async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    const upload = parsePart(CALLS.resolverEntries.body, request.body, 'INPUT_INVALID');
    for (const { anchor } of upload.entries) {
      const [, ai = '', value = ''] = anchor.split('/');
      const isOpen = ai === '8004' || parseRequest(anchor)?.path === anchor;
      if (!isOpen) throw new ApiError('INPUT_INVALID', { issues: [`anchor: ${anchor}`] });
      await requireOwnPrefix(db, enterprise, [ai, value]);
    }
    const links = await entries.add(upload.entries);
    response.json({ entries: upload.entries.length, links });
  });
