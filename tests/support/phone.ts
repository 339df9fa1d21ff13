/** A phone in Chromium, used by the labels that a person sees. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A phone in somebody's hand. */
export class Phone {
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

  /** Opens a trip of the list. */
  async openTrip(noteNo: string): Promise<void> {
    await this.tab('Trips');
    await this.page.getByRole('link', { name: noteNo }).click();
  }

  /** The text of the code that the phone shows. */
  async shownCode(): Promise<string> {
    await this.page.getByRole('img', { name: 'Show this code to the other phone' }).waitFor();
    await this.page.getByText('Text of the code').click();
    return this.page.getByLabel('Text of the code').inputValue();
  }

  /** Types a code. */
  async type(code: string): Promise<void> {
    await this.page.getByLabel('Type or paste a code').fill(code);
    await this.press('Read');
  }

  /** The outbox as it can be read. */
  async outbox(): Promise<string> {
    await this.tab('Outbox');
    return this.page.getByRole('main').innerText();
  }
}
