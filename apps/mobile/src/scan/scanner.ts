/** One scanner for everything: camera, photo, or a typed text. */
import { fill, h } from '../ui/h.js';
import { t } from '../texts/texts.js';
import type { Frames } from './camera.js';
import { newDecoder, type Decoder } from './decoder.js';
import { passAfter } from './passes.js';
import { scannedText } from './scanned-text.js';
import { showCamera } from './show-camera.js';

/** Is told a text that was read. */
export type OnRead = (text: string) => void | Promise<void>;

/** A camera shows no more than thirty pictures a second. */
const FRAME_MS = 33;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reads frames until one shows a code; '' when nobody wants one any more. */
export const watchFrames = async (
  frames: Frames,
  decoder: Decoder,
  isWanted: () => boolean,
): Promise<string> => {
  for (let misses = 0; isWanted(); misses += 1) {
    const began = performance.now();
    const pass = passAfter(misses);
    const frame = frames.frame(pass);
    const data = frame === undefined ? '' : await decoder.read(frame, pass.effort);
    if (data !== '') return scannedText(data);
    await pause(Math.max(0, FRAME_MS - (performance.now() - began)));
  }
  return '';
};

const cameraPart = (onRead: OnRead): HTMLElement => {
  const box = h('div');
  const open = async (): Promise<void> => {
    const camera = await showCamera(box);
    if (camera === undefined) return;
    const decoder = newDecoder();
    const text = await watchFrames(camera, decoder, () => box.isConnected);
    camera.stop();
    decoder.close();
    fill(box, button);
    if (text !== '') await onRead(text);
  };
  const button = h('button', { onClick: open }, t('camera'));
  fill(box, button);
  return box;
};

const photoPart = (onRead: OnRead): HTMLElement => {
  const onChange = async (): Promise<void> => {
    const [photo] = input.files ?? [];
    if (photo === undefined) return;
    const decoder = newDecoder();
    const data = await decoder.read(photo, 'thorough');
    decoder.close();
    await onRead(scannedText(data));
  };
  const attributes = { type: 'file', accept: 'image/*', id: 'photo' };
  const input = h('input', { attributes, onChange });
  return h('div', {}, h('label', { attributes: { for: 'photo' } }, t('photo')), input);
};

const typedPart = (onRead: OnRead): HTMLElement => {
  const input = h('textarea', { attributes: { id: 'typed', autocapitalize: 'off', spellcheck: 'false' } });
  return h(
    'div',
    {},
    h('label', { attributes: { for: 'typed' } }, t('typed')),
    input,
    h('button', { class: 'plain', onClick: () => onRead(input.value.trim()) }, t('read')),
  );
};

/** A scanner; `onRead` is told the first text, '' when a photo shows none. */
export const newScanner = (onRead: OnRead): HTMLElement =>
  h('section', {}, cameraPart(onRead), photoPart(onRead), typedPart(onRead));
