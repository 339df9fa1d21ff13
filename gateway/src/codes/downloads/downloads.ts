/**
 * Downloads as jobs: a part of the codes is appended to a file and synced, then the cursor is. After a crash the file is cut
 * to the cursor and the job goes on. One job runs at a time, a part at a time, so that memory stays what a part needs.
 */
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import type { Logger } from 'pino';
import type { DownloadSpec, DownloadView } from '../../api/downloads.js';
import type { Ports } from '../../ports.js';
import { writeDurably } from '../../vault/write-durably.js';
import type { Issuing } from '../issuing.js';
import type { Space } from '../space-store.js';
import { frameOf, renderPart } from './render-part.js';

const PART = 100;
const ID_BYTES = 32;

/** A job with its cursor. */
export interface Job {
  readonly id: string;
  readonly space: Space;
  readonly spec: DownloadSpec;
  readonly createdAt: number;
  readonly done: number;
  readonly bytes: number;
  readonly state: DownloadView['state'];
}

interface Parts {
  readonly folder: string;
  readonly issuing: Pick<Issuing, 'serials'>;
  readonly ports: Ports;
  readonly log: Logger;
}

/** All downloads of a gateway. */
export class Downloads {
  readonly #parts: Parts;
  readonly #jobs = new Map<string, Job>();
  #running: Promise<void> = Promise.resolve();
  #isClosing = false;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes up what was begun. */
  static async open(parts: Parts): Promise<Downloads> {
    const downloads = new Downloads(parts);
    await mkdir(parts.folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(parts.folder)).filter((each) => each.endsWith('.json'))) {
      const job = JSON.parse(await readFile(join(parts.folder, name), 'utf8')) as Job;
      downloads.#jobs.set(job.id, job);
    }
    for (const { id, state } of downloads.#sorted()) if (state === 'running') downloads.#queue(id);
    return downloads;
  }

  /** Begins one; durable before it returns. */
  async create(space: Space, spec: DownloadSpec): Promise<Job> {
    const { ports } = this.#parts;
    const id = toHex(ports.randomBytes(ID_BYTES));
    const job: Job = { id, space, spec, createdAt: ports.clock.nowMs(), done: 0, bytes: 0, state: 'running' };
    await this.#keep(job);
    this.#queue(id);
    return job;
  }

  /** A job of an enterprise. */
  get(enterprise: string, id: string): Job | undefined {
    const job = this.#jobs.get(id);
    return job?.space.enterprise === enterprise ? job : undefined;
  }

  /** Jobs of an enterprise, the newest first. */
  of(enterprise: string): readonly Job[] {
    return this.#sorted()
      .filter(({ space }) => space.enterprise === enterprise)
      .reverse();
  }

  /** The file of a job. */
  fileOf(id: string): string {
    return join(this.#parts.folder, `${id}.out`);
  }

  /** How many serials of a run of blocks have been written out, each counted once. */
  printedOf(prefix: string, firstBlock: number, blocks: number): number {
    const [from, to] = [firstBlock * BLOCK_SIZE, (firstBlock + blocks) * BLOCK_SIZE];
    const spans = this.#sorted()
      .filter(({ space }) => space.prefix === prefix)
      .map(({ spec, done }) => [spec.firstBlock * BLOCK_SIZE, spec.firstBlock * BLOCK_SIZE + done] as const)
      .sort(([a], [b]) => a - b);
    let [sum, reached] = [0, from];
    for (const [start, end] of spans) {
      const next = Math.max(reached, start);
      if (Math.min(end, to) > next) {
        sum += Math.min(end, to) - next;
        reached = Math.min(end, to);
      }
    }
    return sum;
  }

  /** Waits for the part at work, and begins no other. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#running;
  }

  #sorted(): readonly Job[] {
    return [...this.#jobs.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  async #keep(job: Job): Promise<void> {
    const { folder, ports } = this.#parts;
    await writeDurably(join(folder, `${job.id}.json`), Buffer.from(JSON.stringify(job)), ports.newId());
    this.#jobs.set(job.id, job);
  }

  #queue(id: string): void {
    this.#running = this.#running
      .then(() => this.#run(id))
      .catch(async (error: unknown) => {
        this.#parts.log.error({ err: error, download: id }, 'a download failed');
        const job = this.#jobs.get(id);
        if (job !== undefined) await this.#keep({ ...job, state: 'failed' });
      });
  }

  async #run(id: string): Promise<void> {
    let job = this.#jobs.get(id);
    while (job?.state === 'running' && !this.#isClosing) job = await this.#next(job);
  }

  /** Writes one part. */
  async #next(job: Job): Promise<Job> {
    const { spec, space, done } = job;
    const count = Math.min(PART, spec.count - done);
    const serials = this.#parts.issuing.serials(space).at(spec.firstBlock * BLOCK_SIZE + done, count);
    const { head, tail } = frameOf(spec);
    const isLast = done + count === spec.count;
    const body = renderPart(spec, done, serials);
    const bytes = Buffer.concat([done === 0 ? head : Buffer.alloc(0), body, isLast ? tail : Buffer.alloc(0)]);
    await this.#append(job, bytes);
    const state = isLast ? ('done' as const) : ('running' as const);
    const next = { ...job, done: done + count, bytes: job.bytes + bytes.length, state };
    await this.#keep(next);
    return next;
  }

  async #append({ id, bytes: length }: Job, bytes: Uint8Array): Promise<void> {
    const file = await open(this.fileOf(id), length === 0 ? 'w' : 'r+', 0o600);
    try {
      // What lies behind the cursor was written in vain.
      await file.truncate(length);
      await file.write(bytes, 0, bytes.length, length);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
