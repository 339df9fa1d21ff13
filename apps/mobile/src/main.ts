/** The phone app: its pages by hash, and what all of them share. */
import { storeDocument } from '@yaosu/gateway/api/store-document';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { copyPage } from './hand-over/copy-page.js';
import { givePage } from './hand-over/give-page.js';
import { pendingTakes, settlePending, type PendingTake } from './hand-over/pending.js';
import { asked, scannedElsewhere } from './hand-over/asked.js';
import { refreshCounterOf } from './dispensing/refresh-counter.js';
import { incidentPage } from './incident/incident-page.js';
import { api } from './lib/api.js';
import { clockLine } from './lib/clock-line.js';
import { roomLine } from './lib/room.js';
import { signalLine } from './lib/signal-line.js';
import { hasLock } from './lock/lock.js';
import { lockLink, watchLock } from './lock/lock-again.js';
import { lockedPage, setLockPage } from './lock/lock-pages.js';
import { loggerPage } from './logger/logger-page.js';
import { reportPage } from './logger/report-page.js';
import { attentionLine } from './outbox/attention.js';
import { outboxPage } from './outbox/outbox-page.js';
import { Outbox } from './outbox/outbox.js';
import { safetyPage } from './safety/safety-page.js';
import { scanPage } from './scan/scan-page.js';
import { keyLine } from './session/key-line.js';
import { purposeChoice } from './session/purpose.js';
import { rememberedSession, reopen, signOut } from './session/session.js';
import { signInPage } from './session/sign-in-page.js';
import { readDay } from './shipments/read-day.js';
import { knownReference, type Reference, type Trip } from './shipments/reference.js';
import { keptTally } from './tally/kept-tally.js';
import { tallyPage } from './tally/tally-page.js';
import { tripPage } from './shipments/trip-page.js';
import { tripsPage } from './shipments/trips-page.js';
import { manifestPage } from './waste/manifest-page.js';
import { language, switchLanguage, t } from './texts/texts.js';
import { failureWords } from './ui/failure-words.js';
import { fill, h } from './ui/h.js';
import { refreshing } from './ui/refreshing.js';
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

type OfTrip = [trip: Trip, reference: Reference];
type Title = Parameters<typeof t>[0];
type Making = (who: DeviceSession, reference: Reference, id: string) => HTMLElement | Promise<HTMLElement>;

const tripOf = (reference: Reference, shipment: string, make: (trip: Trip) => HTMLElement): HTMLElement => {
  const trip = reference.trips.find((each) => each.shipment === shipment);
  return trip === undefined ? h('p', { class: 'problem' }, t('notOnTrip')) : make(trip);
};

const tripShown = async (who: DeviceSession, id: string): Promise<HTMLElement> => {
  const reference = await knownReference(await outbox.all());
  return tripOf(reference, id, (trip) => tripPage(who, outbox, trip, reference));
};

const pendingTake = async (nonce: string): Promise<PendingTake | undefined> =>
  (await pendingTakes()).find(({ offer }) => offer.n === nonce);

const manifestShown = (who: DeviceSession, reference: Reference, id: string): HTMLElement => {
  const manifest = reference.manifests.find((each) => each.manifest === id);
  return manifest === undefined
    ? h('p', { class: 'problem' }, t('nothingNext'))
    : manifestPage(who, outbox, manifest, reference);
};

const tallyShown = async (container: string): Promise<HTMLElement> => {
  const tally = await keptTally(container);
  return tally === null ? h('p', { class: 'problem' }, t('nothingNext')) : tallyPage(tally);
};

/** Pages of one trip → title and content. */
const TRIP_PAGES: Readonly<
  Record<string, readonly [Title, (who: DeviceSession, ...of: OfTrip) => HTMLElement]>
> = {
  give: ['give', (who, trip, reference) => givePage(who, outbox, trip, reference)],
  copy: ['copy', (_, trip, reference) => copyPage(trip, reference)],
  logger: ['logger', (who, trip) => loggerPage(who, outbox, trip)],
  report: ['reportLogger', (who, trip, reference) => reportPage(who, outbox, trip, reference)],
};

/** Pages of their own → title and content. */
const PAGES: Readonly<Record<string, readonly [Title, Making]>> = {
  scan: ['scan', (who) => scanPage(who, outbox)],
  outbox: ['outbox', () => outboxPage(outbox)],
  manifest: ['waste', manifestShown],
  incident: ['reportIncident', (who, reference, id) => incidentPage(who, outbox, id, reference)],
  lock: ['lock', () => setLockPage()],
  safety: ['safetyCard', safetyPage],
  tally: ['tally', (_, __, id) => tallyShown(id)],
  trip: ['home', (who, _, id) => refreshing(refresh, () => tripShown(who, id))],
};

/** Page → title and content. */
const pageOf = async (
  who: DeviceSession,
  page: string,
  id: string,
): Promise<readonly [string, HTMLElement]> => {
  const reference = await knownReference(await outbox.all());
  const ofTrip = TRIP_PAGES[page];
  if (ofTrip !== undefined) {
    const [title, make] = ofTrip;
    return [t(title), tripOf(reference, id, (trip) => make(who, trip, reference))];
  }
  if (page === 'take') {
    const pending = await pendingTake(id);
    return asked({ session: who, outbox, reference }, { code: scannedElsewhere(), pending });
  }
  const own = PAGES[page];
  return own === undefined
    ? [t('home'), tripsPage(who, outbox, refresh)]
    : [t(own[0]), await own[1](who, reference, id)];
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
  if (session !== undefined) await readDay(session.enterprise);
  await settlePending();
  if (session !== undefined) await refreshCounterOf(session);
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
    fill(
      app,
      header(t('signIn')),
      signInPage(() => void show()),
    );
    return;
  }
  const [, page = '', id = ''] = location.hash.split('/');
  const [title, content] = await pageOf(session, page, id);
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
app.addEventListener('failed', (event) => {
  sayProblem(app, `${t('failed')} ${failureWords((event as CustomEvent<unknown>).detail)}`);
});
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
