import { Router } from 'express';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { ApiError } from '../../api/api-error.js';
import { CALLS } from '../../api/calls.js';
import { DOWNLOAD_FILE, endingOf } from '../../api/downloads.js';
import { authenticate } from '../../http/authenticate.js';
import { jsonBody, parsePart } from '../../http/json-body.js';
import { labelOf } from '../../labels/draw-label.js';
import type { Services } from '../../services.js';
import { codeOf } from './render-part.js';
import { viewOf } from './view-of.js';

/** `POST /api/codes/downloads` begins a job; its file is there once it is done. */
export const downloadRoutes = ({ issuing, downloads, sessions }: Services): Router =>
  Router()
    .post(CALLS.codeDownload.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const spec = parsePart(CALLS.codeDownload.body, request.body, 'INPUT_INVALID');
      const space = await issuing.space(enterprise, spec.gtin, spec.scheme);
      await issuing.assertIssued(space, spec, spec.count);
      // What one label cannot hold, none can: said at once.
      if (spec.format !== 'csv') labelOf(codeOf(spec, issuing.serials(space).at(0, 1)[0] ?? ''), spec.symbol);
      response.status(CALLS.codeDownload.status).json(viewOf(await downloads.create(space, spec)));
    })
    .get(DOWNLOAD_FILE.replace('{id}', ':id'), async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { id } = parsePart(z.strictObject({ id: digest }), { ...request.params }, 'QUERY_INVALID');
      const job = downloads.get(enterprise, id);
      if (job?.state !== 'done') throw new ApiError('RECORD_NOT_FOUND');
      response.setHeader('cache-control', 'no-store');
      response.download(
        downloads.fileOf(id),
        `${job.spec.gtin}-${id.slice(0, 8)}.${endingOf(job.spec.format)}`,
      );
    });
