/** A decoder in a worker of its own. */

/** Reads one code out of a picture; '' when there is none. */
export interface Decoder {
  read(image: ImageData | Blob): Promise<string>;
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
    read: (image) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ id: last, image });
      }),
    close: () => worker.terminate(),
  };
};
