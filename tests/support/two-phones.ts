/** Two phones that sign together, by the labels that people see. */
import { PHOTO } from './browser.js';
import type { Phone } from './phone.js';

/** How the giver's page is opened, and what each side presses. */
export interface Agreement {
  readonly noteNo: string;
  /** Buttons of the giver, until the code is shown. */
  readonly choice: string;
  /** What the giver fills in before the code is shown. */
  readonly fill?: (giver: Phone) => Promise<void>;
  /** What the taker signs with. */
  readonly sign: 'Take over' | 'Refuse';
}

/** The giver's page, up to the code that it shows. @returns the code */
export const offer = async (giver: Phone, { noteNo, choice, fill }: Agreement): Promise<string> => {
  await giver.openTrip(noteNo);
  await giver.tab('Hand over');
  await giver.press(choice);
  await fill?.(giver);
  return giver.shownCode();
};

/** Why the consignee does not take the load, with words and a photo; the code is shown then. */
export const fillRefusal = async (giver: Phone, reason: string, words: string): Promise<void> => {
  await giver.choose('Reason', reason);
  await giver.page.getByLabel('What is wrong, and how much of it').fill(words);
  await giver.page
    .getByLabel('Photo')
    .setInputFiles({ name: 'load.png', mimeType: 'image/png', buffer: PHOTO });
  await giver.press('Sign and show the code');
};

/** The seals that an offer names, read off the doors one by one. */
export const readSeals = async ({ page }: Phone, seals: readonly string[]): Promise<void> => {
  for (const seal of seals) {
    const field = page.getByLabel('Number on a seal, scanned or typed');
    await field.fill(seal);
    await field.press('Enter');
  }
};

const sealsOf = (shown: string): readonly string[] =>
  (JSON.parse(shown.slice(shown.indexOf('{'))) as { readonly e: readonly string[] }).e;

/** The taker reads an offer and the seals, and signs. @returns the answer */
export const answer = async (
  taker: Phone,
  { sign }: Pick<Agreement, 'sign'>,
  shown: string,
): Promise<string> => {
  await taker.tab('Scan');
  await taker.type(shown);
  if (sign === 'Take over') await readSeals(taker, sealsOf(shown));
  await taker.press(sign);
  return taker.shownCode();
};

/** Both sign; the order is saved on both phones when it returns. */
export const agree = async (giver: Phone, taker: Phone, agreement: Agreement): Promise<void> => {
  const answered = await answer(taker, agreement, await offer(giver, agreement));
  await giver.type(answered);
  await taker.type(await giver.shownCode());
  await taker.says('Signed by both. It is saved on this phone.');
};
