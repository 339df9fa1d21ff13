/** A photo as evidence: small enough to be kept and sent, large enough to be looked at. */
const MOST_PIXELS = 1_280;
const QUALITY = 0.7;

/** A JPEG as a data URL; null where none was taken. @throws DOMException when the file is no picture */
export const readPhoto = async (file: File | undefined): Promise<string | null> => {
  if (file === undefined) return null;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
};
