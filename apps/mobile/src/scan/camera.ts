/** Frames of the camera, cropped to where the code is held. */
import { Cropper } from './crop.js';
import type { Pass } from './passes.js';

/** A source of frames. */
export interface Frames {
  /** The present frame as a pass wants it; undefined before the first one. */
  frame(pass: Pass): ImageData | undefined;
}

/** A running camera. */
export interface Camera extends Frames {
  readonly video: HTMLVideoElement;
  stop(): void;
}

/** Opens the camera at the back. @throws DOMException when there is none or it is not allowed */
export const openCamera = async (): Promise<Camera> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    audio: false,
  });
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const cropper = new Cropper();
  return {
    video,
    frame: (pass) => cropper.crop(video, [video.videoWidth, video.videoHeight], pass),
    stop: () => {
      for (const track of stream.getTracks()) track.stop();
    },
  };
};
