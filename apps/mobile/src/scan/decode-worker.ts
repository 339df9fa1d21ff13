/** Decodes frames beside the page; the decoder is loaded with the first one. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

self.addEventListener('message', (event: MessageEvent<{ id: number; image: ImageData | Blob }>) => {
  const { id, image } = event.data;
  readBarcodes(image, {
    formats: ['DataMatrix', 'QRCode', 'Code128'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
    .then((found) => self.postMessage({ id, text: found.find(({ isValid }) => isValid)?.text ?? '' }))
    .catch((error: unknown) => self.postMessage({ id, text: '', error: String(error) }));
});
