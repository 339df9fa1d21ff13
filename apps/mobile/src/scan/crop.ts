/** The part of a picture that is looked at. */
import type { Pass } from './passes.js';

const DEGREES = 180;

/** Crops pictures; one canvas for all of them. */
export class Cropper {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d', { willReadFrequently: true });

  /** The middle square of a picture of this size, as a pass wants it; undefined when there is nothing to be seen. */
  crop(
    picture: CanvasImageSource,
    [width, height]: readonly [number, number],
    { size, turn }: Pass,
  ): ImageData | undefined {
    const context = this.#context;
    const side = Math.min(width, height);
    if (context === null || side === 0) return undefined;
    const wanted = Math.min(size, side);
    this.#canvas.width = this.#canvas.height = wanted;
    context.translate(wanted / 2, wanted / 2);
    context.rotate((turn * Math.PI) / DEGREES);
    const scale = wanted / side;
    context.drawImage(picture, (-width * scale) / 2, (-height * scale) / 2, width * scale, height * scale);
    context.resetTransform();
    return context.getImageData(0, 0, wanted, wanted);
  }
}
