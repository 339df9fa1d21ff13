/** From a picture to what a scanner would send. */
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Effort } from './passes.js';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

const COMMON = {
  formats: ['DataMatrix', 'QRCode', 'Code128'],
  maxNumberOfSymbols: 1,
  // Brackets of a human readable form may stand in a serial too; separators stand nowhere else.
  textMode: 'Plain',
} satisfies ReaderOptions;

const OPTIONS: Readonly<Record<Effort, ReaderOptions>> = {
  quick: { ...COMMON, tryHarder: false, tryRotate: false, tryInvert: false },
  thorough: { ...COMMON, tryHarder: true, tryRotate: true, tryInvert: true },
};

/**
 * Reads one code.
 * @returns its data with GS as separator, behind the symbology identifier (ISO/IEC 15424) where that says that they are
 *   GS1's; '' when there is none
 */
export const decode = async (picture: ImageData | Blob, effort: Effort): Promise<string> => {
  const [found] = (await readBarcodes(picture, OPTIONS[effort])).filter(({ isValid }) => isValid);
  if (found === undefined) return '';
  return found.contentType === 'GS1' ? `${found.symbologyIdentifier}${found.text}` : found.text;
};
