/** Says on every page when the phone's clock is wrong: what it signs from the future is refused, and two persons cannot sign it anew. */
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

const MOST_WRONG_MS = 5 * 60_000;

/** Milliseconds that this phone's clock is ahead of the gateway's. @throws TypeError without signal */
const readSkew = async (): Promise<number> => {
  // A body that nobody reads would keep its connection open.
  const response = await fetch('/api/network', { method: 'HEAD', cache: 'no-store' });
  return Date.now() - Date.parse(response.headers.get('date') ?? '');
};

/** The line and its refresh; without signal it stays as it was. */
export const clockLine = (): { readonly line: HTMLElement; refresh(): Promise<void> } => {
  const line = h('p', { class: 'offline alarm', role: 'alert' });
  line.hidden = true;
  const refresh = async (): Promise<void> => {
    line.hidden = Math.abs(await readSkew()) <= MOST_WRONG_MS;
    line.textContent = t('clockWrong');
  };
  return { line, refresh };
};
