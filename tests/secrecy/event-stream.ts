/** What a login is told of blocks, from now on. */
import type { Player } from '@yaosu/gateway/story/player';

/** A stream that is being read. */
export class EventStream {
  #text = '';
  readonly #abort = new AbortController();
  readonly #ended: Promise<void>;

  private constructor(url: string, token: string, started: () => void) {
    this.#ended = this.#read(url, token, started);
  }

  /** Opens the stream and waits for its first word. */
  static open(url: string, { token }: Player): Promise<EventStream> {
    return new Promise((resolve) => {
      const stream: EventStream = new EventStream(url, token, () => resolve(stream));
    });
  }

  /** Everything that was said so far. */
  get text(): string {
    return this.#text;
  }

  /** Keys that were named. */
  get keys(): readonly string[] {
    const lines = this.#text.split('\n').filter((line) => line.startsWith('data: '));
    return lines.flatMap(
      (line) => (JSON.parse(line.slice('data: '.length)) as { keys?: string[] }).keys ?? [],
    );
  }

  /** Stops reading. */
  async close(): Promise<void> {
    this.#abort.abort();
    await this.#ended;
  }

  async #read(url: string, token: string, started: () => void): Promise<void> {
    const headers = { authorization: `Bearer ${token}` };
    try {
      const response = await fetch(`${url}/api/events`, { headers, signal: this.#abort.signal });
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        this.#text += decoder.decode(chunk, { stream: true });
        started();
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error;
    }
  }
}
