/** A phone in Chromium, used by the labels that a person sees. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

const FRAME = { width: 1280, height: 720, margin: 40 };

/** Brightness of a frame in which the canvas is seen from the front, base64; runs in the page. */
const lumaOf = (shown: HTMLElement | SVGElement, { width, height, margin }: typeof FRAME): string => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#888';
  context.fillRect(0, 0, width, height);
  const size = height - 2 * margin;
  context.drawImage(shown as HTMLCanvasElement | HTMLImageElement, (width - size) / 2, margin, size, size);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i] ?? 0);
  return btoa(text);
};

/** A grey Y4M film of one frame, which the camera repeats. */
const newFilm = (luma: Uint8Array): Uint8Array => {
  const { width, height } = FRAME;
  const header = `YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
  return Buffer.concat([Buffer.from(header), luma, Buffer.alloc((width * height) / 2, 128)]);
};

/** A phone in somebody's hand. */
export class Phone {
  /** The code that was read of its screen last. */
  #read = '';

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Opens the app on a fresh phone, signs in, and waits until it can do without signal. */
  static async of(browser: Browser, url: string, actor: string): Promise<Phone> {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 390, height: 844 },
      permissions: ['camera'],
    });
    const page = await context.newPage();
    await page.goto(`${url}/m/`);
    await page.getByLabel('Search').fill(actor);
    await page.getByRole('button', { name: actor }).click();
    await page.getByRole('link', { name: 'Outbox' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return new Phone(context, page);
  }

  /** Signal comes or goes. */
  setSignal(isThere: boolean): Promise<void> {
    return this.context.setOffline(!isThere);
  }

  /** Opens a tab of the app. */
  async tab(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** Presses a button. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Chooses from a list of words. */
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  /** Waits until the screen says exactly this. */
  async says(text: string): Promise<void> {
    await this.page.getByText(text, { exact: true }).first().waitFor();
  }

  /** Opens a trip of the list. */
  async openTrip(noteNo: string): Promise<void> {
    await this.tab('Trips');
    await this.page.getByRole('link', { name: noteNo }).click();
  }

  /** The text of the code that the phone shows; one that was read of it before is waited past, as a person would see it change. */
  async shownCode(): Promise<string> {
    await this.page.getByRole('img', { name: 'Show this code to the other phone' }).waitFor();
    const field = this.page.getByLabel('Text of the code');
    let shown = await field.inputValue();
    while (shown === this.#read) {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      shown = await field.inputValue();
    }
    this.#read = shown;
    return shown;
  }

  /** A film of the code that the phone shows, for the camera of another one. */
  async filmOfCode(): Promise<Uint8Array> {
    const code = this.page.getByRole('img', { name: 'Show this code to the other phone' });
    return newFilm(Buffer.from(await code.evaluate(lumaOf, FRAME), 'base64'));
  }

  /** A film of a printed label, for the camera. */
  async filmOfPicture(png: Uint8Array): Promise<Uint8Array> {
    const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const picture = await this.page.evaluateHandle(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image;
    }, source);
    return newFilm(Buffer.from(await picture.evaluate(lumaOf, FRAME), 'base64'));
  }

  /** Types a code. */
  async type(code: string): Promise<void> {
    await this.page.getByLabel('Type or paste a code').fill(code);
    await this.press('Read');
  }
}
