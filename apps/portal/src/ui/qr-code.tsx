import { toCanvas } from 'qrcode';
import { useCallback, type ReactElement } from 'react';

const WIDTH = 280;

/** A text as a QR code, by a label for those who do not see it. */
export const QrCode = ({ label, text }: { readonly label: string; readonly text: string }): ReactElement => {
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null): void => {
      if (canvas !== null)
        void toCanvas(canvas, text, { errorCorrectionLevel: 'M', width: WIDTH, margin: 2 });
    },
    [text],
  );
  return <canvas ref={draw} role="img" aria-label={label} style={{ maxWidth: '100%' }} />;
};
