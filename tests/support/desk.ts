/** A desk in Chromium: somebody at the portal, who finds everything by the labels on the screen. */
import type { Browser, Locator, Page } from 'playwright-core';
import { signInAs } from '../browser/sign-in.js';

/** Where labels are looked for: the page, or a part of it. */
type Part = Page | Locator;

/** A desk is given up after this time without an answer; a busy machine takes its time. */
const ANSWER_MS = 30_000;

/** After this time without a new page a link is clicked once more. */
const PATIENCE_MS = 10_000;

const leadsElsewhere = (link: Element): boolean =>
  link instanceof HTMLAnchorElement && link.href !== location.href && link.target === '' && !link.download;

/** A field's label, with the star of a required one or without. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`);

/** Somebody's desk. */
export class Desk {
  private constructor(readonly page: Page) {}

  /** Opens the portal in a browser profile of its own and signs in. */
  static async of(browser: Browser, url: string, actor: string): Promise<Desk> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(ANSWER_MS);
    await signInAs(page, url, actor);
    return new Desk(page);
  }

  /** A desk on a page where somebody has signed in already. */
  static on(page: Page): Desk {
    page.setDefaultTimeout(ANSWER_MS);
    return new Desk(page);
  }

  /** Opens a page by its name in the navigation. */
  async open(name: string): Promise<void> {
    const link = this.page.getByRole('navigation').getByRole('link', { name, exact: true });
    await link.click();
    await link.and(this.page.locator('[aria-current=page]')).waitFor();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Follows a link; somebody whose click did nothing, since the page moved under it, clicks once more. */
  async follow(name: string | RegExp, part: Part = this.page): Promise<void> {
    const link = part.getByRole('link', { name, exact: true }).first();
    const before = this.page.url();
    const leadsOn = await link.evaluate(leadsElsewhere);
    await link.click();
    if (!leadsOn || (await this.#leaves(before))) return;
    process.stderr.write(`A click on ${String(name)} did nothing on ${before}\n`);
    await link.click();
  }

  async #leaves(url: string): Promise<boolean> {
    try {
      await this.page.waitForURL(({ href }) => href !== url, { timeout: PATIENCE_MS, waitUntil: 'commit' });
      return true;
    } catch {
      return this.page.url() !== url;
    }
  }

  /** Presses a button. @throws with what the page says when it cannot be pressed */
  async press(name: string, part: Part = this.page): Promise<void> {
    await this.#orSay(part.getByRole('button', { name, exact: true }).click(), `"${name}" cannot be pressed`);
  }

  /** Types into a field. */
  async type(label: string, text: string, part: Part = this.page): Promise<void> {
    await part.getByLabel(labelled(label)).fill(text);
  }

  /** Gives a file to a field. */
  async upload(label: string, file: { readonly name: string; readonly text: string }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByLabel(labelled(label)).click();
    const { name, text } = file;
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  }

  /** Chooses from a list of words. */
  async choose(label: string, option: string, part: Part = this.page): Promise<void> {
    await part.getByLabel(labelled(label)).selectOption({ label: option });
  }

  /** Opens a list of records and takes the first that says this. */
  async find(label: string, words: string, part: Part = this.page): Promise<void> {
    await part.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: words }).first().click();
  }

  /** Ticks a box. */
  async tick(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name, exact: true }).check();
  }

  /** Adds a part of a form that may be left out. */
  async include(name: string): Promise<void> {
    await this.page.getByRole('switch', { name, exact: true }).click();
  }

  /** A named part of a form. */
  group(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name });
  }

  /** Rows of tables that say this. */
  rows(text: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  /** The first row of a table that says this: lists begin with the newest. */
  row(text: string | RegExp): Locator {
    return this.rows(text).first();
  }

  /** Waits until the page says this. @throws with what the page says instead */
  async sees(text: string | RegExp, part: Part = this.page): Promise<void> {
    await this.#orSay(part.getByText(text).first().waitFor(), `"${String(text)}" is not there`);
  }

  async #orSay(done: Promise<void>, wrong: string): Promise<void> {
    try {
      await done;
    } catch (cause) {
      const said = await this.page.locator('body').innerText();
      throw new Error(`${wrong} on ${this.page.url()}, which says:\n${said}`, { cause });
    }
  }

  /** Goes from the form to what is signed. */
  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue to signing' }).click();
    await this.page.getByText('You sign').waitFor();
  }

  /** The card that others need to ask for this person's signature. */
  async card(): Promise<string> {
    await this.open('Countersign');
    return this.page.getByLabel('Your signing card').inputValue();
  }

  /** Reviews and signs an act that others sign as well. @returns what the next signer gets */
  async signWith(cards: readonly string[]): Promise<string> {
    await this.type('Signing cards of the others', cards.join('\n'));
    await this.review();
    await this.press('Sign and send');
    return this.page.getByLabel('Text for the next signer').inputValue();
  }

  /** Signs what was passed on. */
  async countersign(text: string): Promise<void> {
    await this.open('Countersign');
    await this.page.getByLabel('Paste the text').fill(text);
    await this.page.getByText('You sign').waitFor();
    await this.press('Sign and send');
  }

  /** Signs what was passed on and passes it on. @returns what the next signer gets */
  async countersignAndPassOn(text: string): Promise<string> {
    await this.countersign(text);
    return this.page.getByLabel('Text for the next signer').inputValue();
  }

  /** Signs what was passed on as the last one, and waits until the ledger has it. */
  async countersignLast(text: string): Promise<void> {
    await this.countersign(text);
    await this.page.getByText(/On the ledger in block/).waitFor();
  }

  /** Reviews and signs; the form is gone when the ledger has it. @throws with what the page says when it is refused */
  async sign(): Promise<void> {
    await this.review();
    const sign = this.page.getByRole('button', { name: 'Sign and send' });
    await sign.click();
    const refused = this.page.getByRole('main').getByRole('alert');
    await Promise.race([sign.waitFor({ state: 'detached' }), refused.waitFor()]);
    if (await refused.isVisible()) throw new Error(`refused: ${await refused.innerText()}`);
  }
}
