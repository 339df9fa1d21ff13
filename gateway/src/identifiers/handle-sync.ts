/** Tells the secondary node what has changed: of each firm one change after another, until the node has said what it thinks. */
import type { Logger } from 'pino';
import { isPublicValue } from '../api/identifiers.js';
import { FirmQueue, NoAnswer } from '../connectors/firm-queue.js';
import type { Database } from '../db/open-database.js';
import { nowInstant, type Ports } from '../ports.js';
import type { Projection } from '../projection/projection.js';
import { forget, nextWaiting, noteKnown, noteSent, noteStep, waitingFirms } from './handle-outbox.js';
import type { HandleRow } from './handle-rows.js';
import type { NodeVerdict, SecondaryNode, SentHandle } from './secondary-node.js';

/** What it works with. */
export interface HandleSyncParts {
  readonly db: Database;
  readonly node: SecondaryNode;
  readonly projection: Pick<Projection, 'listen'>;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Values that name who may read them stay here. */
const sentOf = ({ handle, template, value }: HandleRow): SentHandle => ({
  handle,
  templateVersion: template,
  value: value.filter(isPublicValue),
});

/** Sends changes. */
export class HandleSync {
  /** Firms in their turns. */
  readonly queue: FirmQueue;
  readonly #parts: HandleSyncParts;
  #looking: Promise<void> = Promise.resolve();
  #stopListening: () => void = () => undefined;

  constructor(parts: HandleSyncParts) {
    this.#parts = parts;
    const sendNext = (enterprise: string): Promise<boolean> => this.#sendNext(enterprise);
    this.queue = new FirmQueue({ ...parts, name: 'identifiers', sendNext });
  }

  /** Takes up what waits, and looks again with each block: another process may have changed something. */
  start(): void {
    this.#stopListening = this.#parts.projection.listen(() => this.#look());
    this.#look();
  }

  /** Sends no more; settles when nothing is under way, which the end of the node's connections hastens. */
  async close(): Promise<void> {
    this.#stopListening();
    await Promise.all([this.queue.close(), this.#looking]);
  }

  #look(): void {
    this.#looking = this.#looking
      .then(async () => {
        if (this.queue.isClosed) return;
        for (const enterprise of await waitingFirms(this.#parts.db)) this.queue.wake(enterprise);
      })
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'identifiers could not be looked for');
      });
  }

  async #sendNext(enterprise: string): Promise<boolean> {
    const { db, ports } = this.#parts;
    const row = await nextWaiting(db, enterprise);
    if (row === undefined) return false;
    if (row.deleted && row.sent === null) {
      await forget(db, row);
      return true;
    }
    await noteSent(db, row);
    const verdict = await this.#tell(row).catch((error: unknown) => {
      throw new NoAnswer(error);
    });
    const at = nowInstant(ports.clock);
    if (verdict.state === 'refused') {
      const { code, text } = verdict;
      await noteStep(db, row, { sync: 'refused', refusal: { code, text }, at });
    } else {
      await noteKnown(db, row, !row.deleted);
      if (row.deleted) await forget(db, row);
      else await noteStep(db, row, { sync: 'registered', refusal: null, at });
    }
    return true;
  }

  async #tell(row: HandleRow): Promise<NodeVerdict> {
    const { node } = this.#parts;
    if (row.deleted) return node.remove(row.handle);
    if (!row.known) return this.#register(row);
    const verdict = await node.change(sentOf(row));
    return verdict.state === 'missing' ? node.register(sentOf(row)) : verdict;
  }

  /** The same change again after an answer that was lost: that it is there already is what was wanted. */
  async #register(row: HandleRow): Promise<NodeVerdict> {
    const { db, node } = this.#parts;
    const verdict = await node.register(sentOf(row));
    if (verdict.state !== 'exists' || row.sent === row.change) return verdict;
    await noteKnown(db, row, true);
    return node.change(sentOf(row));
  }
}
