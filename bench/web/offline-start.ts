/** The phone app opened again without a network, by a phone four times slower than this machine. */
import { openBrowser } from '../../tests/support/browser.js';
import { Phone } from '../../tests/support/phone.js';
import { figureOf, type Figure } from '../harness/report.js';

const RUNS = 5;
const SLOWER = 4;
const MOST_MS = 500;

declare global {
  interface Window {
    /** When the first control could be used, since the navigation. */
    firstControlMs?: number;
  }
}

/** Runs in the page, before it. */
const noteFirstControl = (): void => {
  const watching = new MutationObserver(() => {
    if (document.querySelector('nav a') === null) return;
    window.firstControlMs = performance.now();
    watching.disconnect();
  });
  watching.observe(document, { childList: true, subtree: true });
};

/** Milliseconds from the navigation to the first control, median of five. */
export const offlineStart = async (url: string, actor: string): Promise<Figure> => {
  const browser = await openBrowser();
  try {
    const phone = await Phone.of(browser, url, actor);
    const session = await phone.context.newCDPSession(phone.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await phone.context.addInitScript(noteFirstControl);
    await phone.setSignal(false);
    const taken: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await phone.page.reload();
      const first = await phone.page.waitForFunction(() => window.firstControlMs);
      taken.push((await first.jsonValue()) ?? Infinity);
    }
    return figureOf('phone, opened without a network', 'ms', taken, { atMost: MOST_MS });
  } finally {
    await browser.close();
  }
};
