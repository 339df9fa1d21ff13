/** Answers that a page waits for until the test lets them through. */
import type { Page } from 'playwright-core';

/** Answers that are held. */
export interface HeldAnswers {
  /** Settles when the page has asked. */
  readonly asked: Promise<void>;
  /** Lets all of them through, and those that follow. */
  readonly release: () => void;
}

/** Holds the answers to what a page asks of such addresses from now on. */
export const holdAnswers = async (page: Page, addresses: RegExp): Promise<HeldAnswers> => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(addresses, async (route) => {
    await answered;
    await route.continue();
  });
  const asked = page.waitForRequest(addresses).then(() => undefined);
  return { asked, release: () => answer() };
};
