/** Frames of the camera, cropped to where the code is held. */

/** A running camera. */
export interface Camera {
  readonly video: HTMLVideoElement;
  /** The middle of the present frame; undefined before the first one. */
  frame(): ImageData | undefined;
  stop(): void;
}

const CROP = 480;

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
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    video,
    frame: () => {
      if (context === null || video.videoWidth === 0) return undefined;
      const size = Math.min(video.videoWidth, video.videoHeight);
      canvas.width = canvas.height = Math.min(size, CROP * 2);
      const [x, y] = [(video.videoWidth - size) / 2, (video.videoHeight - size) / 2];
      context.drawImage(video, x, y, size, size, 0, 0, canvas.width, canvas.height);
      return context.getImageData(0, 0, canvas.width, canvas.height);
    },
    stop: () => {
      for (const track of stream.getTracks()) track.stop();
    },
  };
};
