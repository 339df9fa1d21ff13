import { toCanvas } from 'qrcode';
import { h } from '../ui/h.js';
import { t } from '../texts/texts.js';

const WIDTH = 900;

/** A code as a picture, by a label for those who do not see it. @throws when it is too long */
export const drawQr = async (text: string, label: string): Promise<HTMLCanvasElement> => {
  const canvas = h('canvas', { class: 'qr', role: 'img', attributes: { 'aria-label': label } });
  await toCanvas(canvas, text, { errorCorrectionLevel: 'L', width: WIDTH, margin: 2 });
  canvas.removeAttribute('style');
  return canvas;
};

/** A code to be shown to the other phone, and its text for one whose camera does not work. @throws when it is too long */
export const newQr = async (text: string): Promise<HTMLElement> => {
  const canvas = await drawQr(text, t('showThis'));
  const area = h('textarea', { attributes: { readonly: '', 'aria-label': t('codeText') } });
  area.value = text;
  return h('div', {}, canvas, h('details', {}, h('summary', {}, t('codeText')), area));
};
