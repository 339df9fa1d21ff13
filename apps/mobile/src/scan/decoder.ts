/** A decoder in a worker of its own. */
import type { Effort } from './passes.js';

/** Reads one code out of a picture; '' when there is none. */
export interface Decoder {
  read(picture: ImageData | Blob, effort: Effort): Promise<string>;
  close(): void;
}

/** Starts a decoder. */
export const newDecoder = (): Decoder => {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (text: string) => void>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<{ id: number; text: string }>) => {
    waiting.get(event.data.id)?.(event.data.text);
    waiting.delete(event.data.id);
  });
  return {
    read: (picture, effort) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ id: last, picture, effort });
      }),
    close: () => worker.terminate(),
  };
};
