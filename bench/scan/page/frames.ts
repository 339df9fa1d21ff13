/** Frames as a phone's camera gives them, made from a seed: codes tilted, blurred, noisy, under glare, in low light, or none. */

/** A symbol as the labels draw it. */
export interface Drawn {
  readonly kind: 'datamatrix' | 'qr' | 'gs1-128';
  /** Rows of '1' (dark) and '0', with the quiet zone. */
  readonly rows: readonly string[];
  /** What the app's scanner says of it. */
  readonly text: string;
}

/** What befalls a frame. */
export interface Trouble {
  /** Turn in the plane, in degrees. */
  readonly turn: number;
  /** Share of the height that foreshortening leaves. */
  readonly flat: number;
  /** Standard deviation of the blur, in pixels. */
  readonly blur: number;
  /** Standard deviation of the noise, in levels of 255. */
  readonly noise: number;
  /** Share of the symbol's smaller side that a bright spot takes; 0: none. */
  readonly glare: number;
  /** Share of the light that is left. */
  readonly light: number;
  /** Share of the picture's height that the symbol takes, bars: of its width. */
  readonly size: number;
}

/** A camera's picture, in pixels. */
export const FRAME = { width: 1280, height: 720 } as const;

const SPOTS = 60;
const WORDS = 14;

/** Numbers in [0, 1) from a seed that is not 0 (xorshift32): the same frames in every run. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

type Context = OffscreenCanvasRenderingContext2D;

const contextOf = (canvas: OffscreenCanvas): Context => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context;
};

/** One of five troubles in earnest beside a little of all, or a little of all alone. */
export const troubleOf = (random: () => number): Trouble => {
  const kind = Math.floor(random() * 6);
  const between = (from: number, to: number): number => from + random() * (to - from);
  return {
    turn: kind === 1 ? between(-20, 20) : between(-5, 5),
    flat: kind === 1 ? between(0.75, 0.95) : 1,
    blur: kind === 2 ? between(0.8, 2) : between(0, 0.6),
    noise: kind === 3 ? between(15, 35) : between(0, 6),
    glare: kind === 4 ? between(0.2, 0.45) : 0,
    light: kind === 5 ? between(0.2, 0.4) : between(0.8, 1),
    size: between(0.35, 0.7),
  };
};

/** Printed cardboard: areas of grey and lines of small print. */
const drawCarton = (context: Context, random: () => number): void => {
  context.fillStyle = '#d8d2c4';
  context.fillRect(0, 0, FRAME.width, FRAME.height);
  for (let i = 0; i < SPOTS; i += 1) {
    const level = String(90 + Math.floor(random() * 150));
    context.fillStyle = `rgb(${level} ${level} ${level})`;
    const [x, y] = [random() * FRAME.width, random() * FRAME.height];
    context.fillRect(x, y, 10 + random() * 120, 4 + random() * 20);
  }
  context.fillStyle = '#333';
  context.font = '22px sans-serif';
  for (let i = 0; i < WORDS; i += 1) {
    context.fillText('Lot A2611 EXP 28-10', random() * FRAME.width, random() * FRAME.height);
  }
};

const sheetOf = ({ rows }: Drawn): OffscreenCanvas => {
  const columns = rows[0]?.length ?? 1;
  const sheet = new OffscreenCanvas(columns, rows.length);
  const context = contextOf(sheet);
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < columns; x += 1) {
      context.fillStyle = row[x] === '1' ? '#111' : '#fff';
      context.fillRect(x, y, 1, 1);
    }
  }
  return sheet;
};

const drawGlare = (
  context: Context,
  [width, height]: readonly [number, number],
  share: number,
  random: () => number,
): void => {
  const [x, y] = [(random() - 0.5) * width * 0.5, (random() - 0.5) * height * 0.5];
  const spot = context.createRadialGradient(x, y, 0, x, y, (Math.min(width, height) * share) / 2);
  spot.addColorStop(0, 'rgb(255 255 255 / 0.95)');
  spot.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = spot;
  context.fillRect(-width / 2, -height / 2, width, height);
};

const drawSymbol = (context: Context, symbol: Drawn, trouble: Trouble, random: () => number): void => {
  const sheet = sheetOf(symbol);
  const share = symbol.kind === 'gs1-128' ? 0.55 + trouble.size / 2 : trouble.size;
  const module = (FRAME.height * share) / sheet.width;
  const size = [sheet.width * module, sheet.height * module] as const;
  context.save();
  context.translate(FRAME.width / 2 + (random() - 0.5) * 30, FRAME.height / 2 + (random() - 0.5) * 60);
  context.rotate((trouble.turn * Math.PI) / 180);
  context.scale(1, trouble.flat);
  context.filter = `blur(${String(trouble.blur)}px)`;
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet, -size[0] / 2, -size[1] / 2, ...size);
  context.filter = 'none';
  if (trouble.glare > 0) drawGlare(context, size, trouble.glare, random);
  context.restore();
};

const spoil = ({ data }: ImageData, { noise, light }: Trouble, random: () => number): void => {
  for (let i = 0; i < data.length; i += 4) {
    // The sum of three even numbers is near enough to a bell; its standard deviation is a half.
    const wrong = (random() + random() + random() - 1.5) * 2 * noise;
    for (let channel = i; channel < i + 3; channel += 1) data[channel] = (data[channel] ?? 0) * light + wrong;
  }
};

/** A frame with a symbol, or with none, as a camera compresses it. */
export const frameOf = (symbol: Drawn | undefined, trouble: Trouble, random: () => number): Promise<Blob> => {
  const canvas = new OffscreenCanvas(FRAME.width, FRAME.height);
  const context = contextOf(canvas);
  drawCarton(context, random);
  if (symbol !== undefined) drawSymbol(context, symbol, trouble, random);
  const image = context.getImageData(0, 0, FRAME.width, FRAME.height);
  spoil(image, trouble, random);
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
};
