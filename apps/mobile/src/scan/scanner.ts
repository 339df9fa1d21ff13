/** One scanner for everything: camera, photo, or a typed text. */
import { fill, h } from '../ui/h.js';
import { t } from '../texts/texts.js';
import type { Camera } from './camera.js';
import { newDecoder, type Decoder } from './decoder.js';
import { showCamera } from './show-camera.js';

/** Is told a text that was read. */
export type OnRead = (text: string) => void | Promise<void>;

const FRAME_MS = 80;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reads frames until one shows a code; '' when nobody wants one any more. */
export const watchFrames = async (
  camera: Camera,
  decoder: Decoder,
  isWanted: () => boolean,
): Promise<string> => {
  while (isWanted()) {
    const frame = camera.frame();
    const text = frame === undefined ? '' : await decoder.read(frame);
    if (text !== '') return text;
    await pause(FRAME_MS);
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
    const text = await decoder.read(photo);
    decoder.close();
    await onRead(text);
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
