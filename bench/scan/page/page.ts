/** The page of the bench: frames are made, then read by the phone app's own loop and by jsQR. */
import jsQR from 'jsqr';
import { Cropper } from '../../../apps/mobile/src/scan/crop.js';
import { decode } from '../../../apps/mobile/src/scan/decode.js';
import { passAfter } from '../../../apps/mobile/src/scan/passes.js';
import { scannedText } from '../../../apps/mobile/src/scan/scanned-text.js';
import { watchFrames } from '../../../apps/mobile/src/scan/scanner.js';
import { FRAME, frameOf, seeded, troubleOf, type Drawn } from './frames.js';

/** What one round of frames gave. */
export interface Looked {
  readonly frames: number;
  readonly milliseconds: number;
  /** Frames that hold a code, and those of them that were read at the first look. */
  readonly withCode: number;
  readonly read: number;
  readonly wrong: number;
}

/** What came of codes that were held before the camera one after the other. */
export interface Watched {
  /** Milliseconds to the first read, of each code that was read. */
  readonly firstReads: readonly number[];
  readonly missed: number;
  readonly wrong: number;
}

/** Milliseconds that each took for the same frames with QR codes. */
export interface Compared {
  readonly ours: number;
  readonly peer: number;
  readonly oursRead: number;
  readonly peerRead: number;
}

/** What the bench calls from outside. */
export interface ScanBench {
  readonly make: (symbols: readonly Drawn[], codes: number) => Promise<number>;
  readonly look: () => Promise<Looked>;
  readonly watch: () => Promise<Watched>;
  readonly compare: (most: number) => Promise<Compared>;
}

declare global {
  interface Window {
    scanBench: ScanBench;
  }
}

/** A code is held before the camera for five frames, the first of which does not show it yet. */
const HELD = 5;
const SEED = 20_261_130;
const SIZE = [FRAME.width, FRAME.height] as const;

interface Held {
  readonly symbol: Drawn;
  readonly frames: readonly Blob[];
}

const cropper = new Cropper();
const decoder = { read: decode, close: (): void => undefined };
let held: readonly Held[] = [];

const cropped = (picture: ImageBitmap, misses: number): ImageData => {
  const image = cropper.crop(picture, SIZE, passAfter(misses));
  if (image === undefined) throw new Error('nothing to be seen');
  return image;
};

const make = async (symbols: readonly Drawn[], codes: number): Promise<number> => {
  const random = seeded(SEED);
  const made: Held[] = [];
  for (let i = 0; i < codes; i += 1) {
    const symbol = symbols[i % symbols.length];
    if (symbol === undefined) throw new Error('no symbols');
    const frames: Blob[] = [];
    for (let frame = 0; frame < HELD; frame += 1) {
      frames.push(await frameOf(frame === 0 ? undefined : symbol, troubleOf(random), random));
    }
    made.push({ symbol, frames });
  }
  held = made;
  return codes * HELD;
};

const look = async (): Promise<Looked> => {
  const sums = { frames: 0, milliseconds: 0, withCode: 0, read: 0, wrong: 0 };
  for (const { symbol, frames } of held) {
    for (const [i, frame] of frames.entries()) {
      const picture = await createImageBitmap(frame);
      const misses = sums.frames;
      const began = performance.now();
      const data = await decode(cropped(picture, misses), passAfter(misses).effort);
      sums.milliseconds += performance.now() - began;
      const text = scannedText(data);
      sums.frames += 1;
      if (i > 0) sums.withCode += 1;
      if (text === symbol.text) sums.read += 1;
      else if (text !== '') sums.wrong += 1;
      picture.close();
    }
  }
  return sums;
};

const watch = async (): Promise<Watched> => {
  const firstReads: number[] = [];
  const sums = { missed: 0, wrong: 0 };
  for (const { symbol, frames } of held) {
    const pictures = await Promise.all(frames.map((frame) => createImageBitmap(frame)));
    let shown = 0;
    const camera = {
      frame: (pass: Parameters<Cropper['crop']>[2]): ImageData | undefined => {
        const picture = pictures[shown];
        shown += 1;
        return picture === undefined ? undefined : cropper.crop(picture, SIZE, pass);
      },
    };
    const began = performance.now();
    const text = await watchFrames(camera, decoder, () => shown < pictures.length);
    const took = performance.now() - began;
    if (text === symbol.text) firstReads.push(took);
    else if (text === '') sums.missed += 1;
    else sums.wrong += 1;
    for (const picture of pictures) picture.close();
  }
  return { firstReads, ...sums };
};

/** As scanners in pages usually do: the whole picture. */
const wholeOf = (picture: ImageBitmap): ImageData => {
  const context = new OffscreenCanvas(...SIZE).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, ...SIZE);
};

const compare = async (most: number): Promise<Compared> => {
  const sums = { ours: 0, peer: 0, oursRead: 0, peerRead: 0 };
  const shown = held
    .filter(({ symbol }) => symbol.kind === 'qr')
    .flatMap((each) => each.frames.slice(1).map((frame) => ({ ...each, frame })));
  for (const { symbol, frame } of shown.slice(0, most)) {
    const picture = await createImageBitmap(frame);
    const began = performance.now();
    const data = await decode(cropped(picture, 0), passAfter(0).effort);
    const between = performance.now();
    const { width, height, data: pixels } = wholeOf(picture);
    const found = jsQR(pixels, width, height);
    sums.peer += performance.now() - between;
    sums.ours += between - began;
    if (scannedText(data) === symbol.text) sums.oursRead += 1;
    if (found?.data === symbol.text) sums.peerRead += 1;
    picture.close();
  }
  return sums;
};

window.scanBench = { make, look, watch, compare };
