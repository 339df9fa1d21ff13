/** Reads of tasks between client and CDMO. */
import * as z from 'zod';
import { none, page, read } from './read-definition.js';
import { paramSchemas as param } from './schemas.js';
import { taskPage, taskQuery, taskTermsView, taskView } from './task-schemas.js';

/** Reads of tasks. */
export const TASK_READS = {
  tasks: read({
    path: '/api/tasks',
    summary: 'Tasks that the caller offered or was offered, the newest first',
    access: 'session',
    params: none,
    query: page.extend(taskQuery),
    response: taskPage,
  }),
  task: read({
    path: '/api/tasks/{id}',
    summary: 'What is public of a task, for its client, its CDMO and drug authorities',
    access: 'session',
    params: z.strictObject({ id: param.cmd }),
    query: none,
    response: taskView,
  }),
  taskTerms: read({
    path: '/api/tasks/{id}/terms',
    summary:
      "Private terms of a task, opened with the key of its client or its CDMO, with the commitment's verdict",
    access: 'session',
    params: z.strictObject({ id: param.cmd }),
    query: none,
    response: taskTermsView,
  }),
} as const;
