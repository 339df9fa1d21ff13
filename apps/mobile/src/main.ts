/** The phone app: its pages by hash, and what all of them share. */
import { storeDocument } from '@yaosu/gateway/api/store-document';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { api } from './lib/api.js';
import { clockLine } from './lib/clock-line.js';
import { roomLine } from './lib/room.js';
import { signalLine } from './lib/signal-line.js';
import { hasLock } from './lock/lock.js';
import { lockLink, watchLock } from './lock/lock-again.js';
import { lockedPage } from './lock/lock-pages.js';
import { pageOf } from './pages/page-of.js';
import { attentionLine } from './outbox/attention.js';
import { Outbox } from './outbox/outbox.js';
import { keyLine } from './session/key-line.js';
import { purposeChoice } from './session/purpose.js';
import { rememberedSession, reopen, signOut } from './session/session.js';
import { language, switchLanguage, t } from './texts/texts.js';
import { fill, h } from './ui/h.js';
import { sayProblem } from './ui/say-problem.js';
import { tabs } from './ui/tabs.js';
import { newTurns } from './ui/turns.js';

const app = document.querySelector<HTMLElement>('#app') ?? document.body;
let session: DeviceSession | undefined;

const outbox = new Outbox({
  submit: async (envelope, evidence) => {
    if (evidence !== undefined) await storeDocument(api, evidence.salt, { ...evidence.content });
    return api.submit({ contract: envelope.command.contract, name: envelope.command.act }, envelope);
  },
  reopen: async () => {
    if (session !== undefined) await reopen(session);
  },
});

const header = (title: string): HTMLElement =>
  h(
    'header',
    {},
    h('h1', {}, title),
    h(
      'a',
      { attributes: { href: '#', lang: language() === 'zh' ? 'en' : 'zh-CN' }, onClick: onLanguage },
      t('language'),
    ),
  );

const onLanguage = (): void => {
  switchLanguage();
  void show();
};

/** Nothing is read, sent or shown before the PIN. */
let isLocked = false;
let proving: Promise<void> = Promise.resolve();
/** Proves the key in the background and sends what waits; pages do not wait for it. */
const prove = (): void => {
  if (isLocked) return;
  const who = session;
  proving = (who === undefined ? Promise.resolve() : reopen(who).catch(() => undefined)).then(() =>
    outbox.kick(),
  );
};
const refresh = async (): Promise<void> => {
  await proving;
  await clock.refresh();
  const { readAgain } = await import('./pages/read-again.js');
  await readAgain(session);
};

const signal = signalLine();
const attention = attentionLine(outbox);
const room = roomLine();
const clock = clockLine();

const leave = (): void => {
  signOut();
  session = undefined;
  void show();
};

const showSignIn = async (isLatest: () => boolean): Promise<void> => {
  const { signInPage } = await import('./session/sign-in-page.js');
  const page = signInPage(() => void show());
  if (isLatest()) fill(app, header(t('signIn')), page);
};

const pages = newTurns();
const show = async (): Promise<void> => {
  const isLatest = pages();
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  if (isLocked) {
    fill(app, header(t('lock')), lockedPage(unlocked));
    return;
  }
  session ??= await rememberedSession();
  if (session === undefined) {
    await showSignIn(isLatest);
    return;
  }
  const [, page = '', id = ''] = location.hash.split('/');
  const [title, content] = await pageOf({ session, outbox, refresh }, page, id);
  const out =
    page === '' && h('button', { class: 'plain', onClick: leave }, `${t('signOut')} (${session.login})`);
  const pin = page === '' && (await lockLink());
  const purpose = purposeChoice(session, () => void show());
  if (!isLatest()) return;
  fill(
    app,
    header(title),
    signal.line,
    keyLine(),
    clock.line,
    room.line,
    purpose,
    attention.line,
    content,
    pin,
    out,
    tabs(page),
  );
  signal.show();
  await Promise.all([attention.show(), room.show()]);
};

const unlocked = (): void => {
  isLocked = false;
  prove();
  void show();
};

const forgetProblem = (): void => app.querySelector(':scope > .problem')?.remove();
// The next act is not shown under the failure of the one before.
app.addEventListener('click', forgetProblem, { capture: true });
const sayFailure = async (failure: unknown): Promise<void> => {
  const { failureWords } = await import('./ui/failure-words.js');
  sayProblem(app, `${t('failed')} ${failureWords(failure)}`);
};
app.addEventListener('failed', (event) => void sayFailure((event as CustomEvent<unknown>).detail));
addEventListener('hashchange', () => void show());
addEventListener('offline', () => signal.show());
addEventListener('online', () => {
  signal.show();
  prove();
  if (['', '#/'].includes(location.hash)) void show();
});

const begin = async (): Promise<void> => {
  watchLock();
  isLocked = await hasLock();
  session = await rememberedSession();
  prove();
  await show();
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' });
};

void begin();
