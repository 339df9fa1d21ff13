/** The phone's pages by their names in the address; each is loaded when it is first opened. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { setLockPage } from '../lock/lock-pages.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Reference, Trip } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { refreshing } from '../ui/refreshing.js';

/** What pages are made of. */
export interface Phone {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  /** Reads anew what the phone keeps. */
  readonly refresh: () => Promise<void>;
}

type Title = Parameters<typeof t>[0];
type Making = (phone: Phone, id: string) => Promise<HTMLElement>;
type MakingOfTrip = (phone: Phone, trip: Trip, reference: Reference) => Promise<HTMLElement>;

const referenceOf = async ({ outbox }: Phone): Promise<Reference> => {
  const { knownReference } = await import('../shipments/reference.js');
  return knownReference(await outbox.all());
};

const ofTrip =
  (make: MakingOfTrip): Making =>
  async (phone, id) => {
    const reference = await referenceOf(phone);
    const trip = reference.trips.find((each) => each.shipment === id);
    return trip === undefined ? h('p', { class: 'problem' }, t('notOnTrip')) : make(phone, trip, reference);
  };

const nothingNext = (): HTMLElement => h('p', { class: 'problem' }, t('nothingNext'));

const give = ofTrip(async ({ session, outbox }, trip, reference) =>
  (await import('../hand-over/give-page.js')).givePage(session, outbox, trip, reference),
);

const copy = ofTrip(async (_, trip, reference) =>
  (await import('../hand-over/copy-page.js')).copyPage(trip, reference),
);

const logger = ofTrip(async ({ session, outbox }, trip) =>
  (await import('../logger/logger-page.js')).loggerPage(session, outbox, trip),
);

const report = ofTrip(async ({ session, outbox }, trip, reference) =>
  (await import('../logger/report-page.js')).reportPage(session, outbox, trip, reference),
);

const tripShown = ofTrip(async ({ session, outbox }, trip, reference) =>
  (await import('../shipments/trip-page.js')).tripPage(session, outbox, trip, reference),
);

const trip: Making = (phone, id) => Promise.resolve(refreshing(phone.refresh, () => tripShown(phone, id)));

const manifest: Making = async (phone, id) => {
  const reference = await referenceOf(phone);
  const found = reference.manifests.find((each) => each.manifest === id);
  if (found === undefined) return nothingNext();
  const { manifestPage } = await import('../waste/manifest-page.js');
  return manifestPage(phone.session, phone.outbox, found, reference);
};

const tally: Making = async (_, container) => {
  const [{ keptTally }, { tallyPage }] = await Promise.all([
    import('../tally/kept-tally.js'),
    import('../tally/tally-page.js'),
  ]);
  const kept = await keptTally(container);
  return kept === null ? nothingNext() : tallyPage(kept);
};

const scan: Making = async ({ session, outbox }) =>
  (await import('../scan/scan-page.js')).scanPage(session, outbox);

const outboxShown: Making = async ({ outbox }) =>
  (await import('../outbox/outbox-page.js')).outboxPage(outbox);

const incident: Making = async (phone, id) =>
  (await import('../incident/incident-page.js')).incidentPage(
    phone.session,
    phone.outbox,
    id,
    await referenceOf(phone),
  );

const lock: Making = () => Promise.resolve(setLockPage());

const safety: Making = async (phone) =>
  (await import('../safety/safety-page.js')).safetyPage(phone.session, await referenceOf(phone));

/** Page → title and content. */
const PAGES: Readonly<Record<string, readonly [Title, Making]>> = {
  scan: ['scan', scan],
  outbox: ['outbox', outboxShown],
  manifest: ['waste', manifest],
  incident: ['reportIncident', incident],
  lock: ['lock', lock],
  safety: ['safetyCard', safety],
  tally: ['tally', tally],
  trip: ['home', trip],
  give: ['give', give],
  copy: ['copy', copy],
  logger: ['logger', logger],
  report: ['reportLogger', report],
};

const takeOf = async (phone: Phone, nonce: string): Promise<readonly [string, HTMLElement]> => {
  const [{ asked, scannedElsewhere }, { pendingTakes }] = await Promise.all([
    import('../hand-over/asked.js'),
    import('../hand-over/pending.js'),
  ]);
  const pending = (await pendingTakes()).find(({ offer }) => offer.n === nonce);
  const { session, outbox } = phone;
  const reference = await referenceOf(phone);
  return asked({ session, outbox, reference }, { code: scannedElsewhere(), pending });
};

/** Title and content of a page; home where there is none of that name. */
export const pageOf = async (
  phone: Phone,
  page: string,
  id: string,
): Promise<readonly [string, HTMLElement]> => {
  if (page === 'take') return takeOf(phone, id);
  const own = PAGES[page];
  if (own !== undefined) return [t(own[0]), await own[1](phone, id)];
  const { tripsPage } = await import('../shipments/trips-page.js');
  return [t('home'), tripsPage(phone.session, phone.outbox, phone.refresh)];
};
