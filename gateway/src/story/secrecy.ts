/** What somebody who has no part in a batch can learn of it: nothing, to the byte. */
import { KEY_PARTS } from '@yaosu/chaincode/model/kernel/keys';
import type { Stage } from './stage.js';

/** An answer as it came. */
interface RawAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

const rawAnswer = async (stage: Stage, login: string, path: string): Promise<RawAnswer> => {
  const { token, url } = await stage.as(login);
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), text: await response.text() };
};

const PATHS_OF_BATCH = [
  '/api/batches/ID',
  '/api/batches/ID/identity',
  '/api/trail/ID',
  '/api/trail/ID?direction=forward',
] as const;
const PATHS_OF_DOCUMENT = ['/api/documents/ID'] as const;
const PATHS_OF_TASK = ['/api/tasks/ID', '/api/tasks/ID/terms'] as const;

/** What is asked about. */
interface Asked {
  readonly batch: string;
  readonly task: string;
  readonly documents: readonly string[];
}

/** Compares what a stranger is told about ids with what he is told about random ones. @returns answers compared */
export const assertUnknown = async (
  stage: Stage,
  stranger: string,
  { batch, task, documents }: Asked,
): Promise<number> => {
  const asked = [
    ...PATHS_OF_BATCH.map((path) => [path, batch] as const),
    ...PATHS_OF_TASK.map((path) => [path, task] as const),
    ...documents.flatMap((id) => PATHS_OF_DOCUMENT.map((path) => [path, id] as const)),
  ];
  for (const [path, id] of asked) {
    const real = await rawAnswer(stage, stranger, path.replace('ID', id));
    const random = await rawAnswer(stage, stranger, path.replace('ID', stage.newId()));
    stage.same(`${stranger} at ${path}`, real, random);
  }
  return asked.length;
};

const WIDE = ['/api/network', '/api/session', '/api/enterprises', '/api/demo/logins'] as const;
const LISTS = ['/api/batches', '/api/tasks', '/api/stock', '/api/blocks'] as const;

const pathsToScan = ({ batch, task, documents, txIds }: Omit<Scan, 'words'>): string[] => [
  ...PATHS_OF_TASK.map((path) => path.replace('ID', task)),
  ...WIDE,
  ...LISTS.map((path) => `${path}?limit=200`),
  ...Object.keys(KEY_PARTS).flatMap((type) => [
    `/api/records?type=${type}&limit=200`,
    `/api/records?type=${type}&limit=200&batch=${batch}`,
  ]),
  ...[...PATHS_OF_BATCH, '/api/records/batch~ID', '/api/records/batch~ID/hash'].map((path) =>
    path.replace('ID', batch),
  ),
  ...documents.flatMap((id) => [`/api/documents/${id}`, `/api/records/doc~${id}`]),
  ...txIds.map((id) => `/api/transactions/${id}`),
];

/** Words that must not stand in any answer, and where they come from. */
export interface Scan extends Asked {
  readonly txIds: readonly string[];
  readonly words: readonly string[];
}

/** Words found in all that a login can read about a batch, and how many answers were searched. */
export const wordsFound = async (
  stage: Stage,
  login: string,
  { words, ...asked }: Scan,
): Promise<{ readonly answers: number; readonly found: readonly string[] }> => {
  const found = new Set<string>();
  const paths = pathsToScan(asked);
  for (const path of paths) {
    const { text } = await rawAnswer(stage, login, path);
    for (const word of words) if (text.includes(word)) found.add(word);
  }
  return { answers: paths.length, found: [...found].sort() };
};
