/** Decodes pictures beside the page; the decoder is loaded with the first one. */
import { decode } from './decode.js';
import type { Effort } from './passes.js';

interface Asked {
  readonly id: number;
  readonly picture: ImageData | Blob;
  readonly effort: Effort;
}

self.addEventListener('message', ({ data: { id, picture, effort } }: MessageEvent<Asked>) => {
  decode(picture, effort)
    .then((text) => self.postMessage({ id, text }))
    .catch((error: unknown) => self.postMessage({ id, text: '', error: String(error) }));
});
