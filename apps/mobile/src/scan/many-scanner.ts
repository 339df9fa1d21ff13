/** A scanner that goes on: a camera that reads code after code, or a hardware scanner that types them. */
import { attempt, fill, h } from '../ui/h.js';
import { t } from '../texts/texts.js';
import type { Camera } from './camera.js';
import { newDecoder } from './decoder.js';
import { watchFrames, type OnRead } from './scanner.js';
import { showCamera } from './show-camera.js';

const readOn = async (camera: Camera, isWanted: () => boolean, onRead: OnRead): Promise<void> => {
  const decoder = newDecoder();
  let last = '';
  while (isWanted()) {
    const text = await watchFrames(camera, decoder, isWanted);
    // A code that is still held before the camera is one scan.
    if (text !== '' && text !== last) await onRead(text);
    last = text;
  }
  camera.stop();
  decoder.close();
};

const cameraPart = (onRead: OnRead): HTMLElement => {
  const box = h('div');
  const open = async (): Promise<void> => {
    const camera = await showCamera(box);
    if (camera !== undefined) void readOn(camera, () => box.isConnected, onRead);
  };
  fill(box, h('button', { onClick: open }, t('camera')));
  return box;
};

const keyboardPart = (onRead: OnRead, label: string): HTMLElement => {
  const attributes = { id: 'scanner', autocapitalize: 'off', autocomplete: 'off', spellcheck: 'false' };
  const input = h('input', { attributes });
  const form = h('form', {}, h('label', { attributes: { for: 'scanner' } }, label), input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    if (text !== '') void onRead(text);
  });
  // A scanner has no finger to choose the field with.
  const catchKeys = ({ key }: KeyboardEvent): void => {
    // Enter, Tab and the space bar belong to who goes by keyboard.
    const isOfCode = key.length === 1 && key !== ' ';
    // What is typed into another field stays there.
    const isElsewhere = document.activeElement?.matches('input, select, textarea') === true;
    if (!form.isConnected) removeEventListener('keydown', catchKeys);
    else if (isOfCode && !isElsewhere) input.focus();
  };
  requestAnimationFrame(() => {
    input.focus();
    addEventListener('keydown', catchKeys);
  });
  return form;
};

/**
 * A scanner that tells of one code after another, faster than a scan is written down: who is told keeps them in order. The
 * label says what is scanned or typed.
 */
export const newManyScanner = (onRead: OnRead, label = t('scannerTypes')): HTMLElement => {
  const scanner = h('section');
  // A scan that could not be kept is said, and the next one is read all the same.
  const read = (text: string): Promise<void> => attempt(scanner, () => onRead(text));
  fill(scanner, keyboardPart(read, label), cameraPart(read));
  return scanner;
};
