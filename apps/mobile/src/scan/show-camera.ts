import { fill, h } from '../ui/h.js';
import { t } from '../texts/texts.js';
import { openCamera, type Camera } from './camera.js';

/** Shows the camera's picture in a box; undefined, and said there, when there is none to be had. */
export const showCamera = async (box: HTMLElement): Promise<Camera | undefined> => {
  try {
    const camera = await openCamera();
    fill(box, camera.video);
    return camera;
  } catch {
    fill(box, h('p', { class: 'problem', role: 'alert' }, t('noCamera')));
    return undefined;
  }
};
