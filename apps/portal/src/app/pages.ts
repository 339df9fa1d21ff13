/** Every page and its path. */
import { INVITATION_PATH } from '../lib/invitation-link.js';
import { page, type PageSource } from './page-source.js';

/** What somebody sees who was invited: neither the session of this tab nor the portal's pages are theirs. */
export const INVITATION = page(
  INVITATION_PATH,
  async () => (await import('./invitation-app.js')).InvitationApp,
);

/** Where whoever is not signed in is led. */
export const SIGN_IN = page(
  '/sign-in',
  async () => (await import('../features/session/sign-in-page.js')).SignInPage,
);

/** Where whoever has signed in begins, and where an address leads that is none. */
export const HOME = page('/', async () => (await import('../features/home/home-page.js')).HomePage);

/** Around every page behind the sign-in. */
export const FRAME = page('*', async () => (await import('./signed-in.js')).SignedIn);

/** Pages for everybody. */
export const OPEN: readonly PageSource[] = [
  SIGN_IN,
  page('/new-key', async () => (await import('../features/keys/new-key-page.js')).NewKeyPage),
];

/** Pages behind the sign-in. */
export const PAGES: readonly PageSource[] = [
  HOME,
  page('/search', async () => (await import('../features/search/search-page.js')).SearchPage),
  page('/batches', async () => (await import('../features/batches/batches-page.js')).BatchesPage),
  page(
    '/batches/new',
    async () => (await import('../features/batches/register-batch-page.js')).RegisterBatchPage,
  ),
  page('/batches/:id', async () => (await import('../features/batches/batch-page.js')).BatchPage),
  page('/batches/:id/release', async () => (await import('../features/quality/release-page.js')).ReleasePage),
  page(
    '/batches/:id/trail-review',
    async () => (await import('../features/quality/trail-review-page.js')).TrailReviewPage,
  ),
  page('/quality', async () => (await import('../features/quality/quality-page.js')).QualityPage),
  page(
    '/batches/:id/commission',
    async () => (await import('../features/codes/commission-batch-page.js')).CommissionBatchPage,
  ),
  page(
    '/batches/:id/codes/:commission',
    async () => (await import('../features/codes/commission-page.js')).CommissionPage,
  ),
  page('/codes', async () => (await import('../features/codes/codes-page.js')).CodesPage),
  page('/codes/conflicts', async () => (await import('../features/codes/conflicts-page.js')).ConflictsPage),
  page('/codes/apply', async () => (await import('../features/codes/apply-page.js')).ApplyPage),
  page(
    '/codes/download/:prefix/:firstBlock',
    async () => (await import('../features/codes/download-page.js')).DownloadPage,
  ),
  page('/profiles', async () => (await import('../features/profiles/profiles-page.js')).ProfilesPage),
  page('/orders', async () => (await import('../features/orders/orders-page.js')).OrdersPage),
  page('/orders/:id', async () => (await import('../features/orders/order-page.js')).OrderPage),
  page('/tasks', async () => (await import('../features/tasks/tasks-page.js')).TasksPage),
  page('/tasks/new', async () => (await import('../features/tasks/seal-terms-page.js')).SealTermsPage),
  page('/tasks/verify', async () => (await import('../features/tasks/verify-terms-page.js')).VerifyTermsPage),
  page('/tasks/:id', async () => (await import('../features/tasks/task-page.js')).TaskPage),
  page('/shipments', async () => (await import('../features/shipments/shipments-page.js')).ShipmentsPage),
  page(
    '/shipments/sign',
    async () => (await import('../features/shipments/sign-by-code-page.js')).SignByCodePage,
  ),
  page('/shipments/:id', async () => (await import('../features/shipments/shipment-page.js')).ShipmentPage),
  page('/loads', async () => (await import('../features/shipments/loads-page.js')).LoadsPage),
  page('/recalls', async () => (await import('../features/recalls/recalls-page.js')).RecallsPage),
  page('/recalls/:id', async () => (await import('../features/recalls/recall-page.js')).RecallPage),
  page('/waste', async () => (await import('../features/waste/waste-page.js')).WastePage),
  page('/waste/:id', async () => (await import('../features/waste/manifest-page.js')).ManifestPage),
  page('/documents', async () => (await import('../features/documents/documents-page.js')).DocumentsPage),
  page('/documents/:id', async () => (await import('../features/documents/document-page.js')).DocumentPage),
  page('/validity', async () => (await import('../features/validity/validity-page.js')).ValidityPage),
  page('/disputes', async () => (await import('../features/disputes/disputes-page.js')).DisputesPage),
  page('/incidents', async () => (await import('../features/incidents/incidents-page.js')).IncidentsPage),
  page('/incidents/:id', async () => (await import('../features/incidents/incident-page.js')).IncidentPage),
  page('/events', async () => (await import('../features/events/events-page.js')).EventsPage),
  page(
    '/events/subscriptions',
    async () => (await import('../features/events/subscriptions-page.js')).SubscriptionsPage,
  ),
  page('/events/:id', async () => (await import('../features/events/event-page.js')).EventPage),
  page('/alerts', async () => (await import('../features/alerts/alerts-page.js')).AlertsPage),
  page('/bills', async () => (await import('../features/bills/bills-page.js')).BillsPage),
  page('/bills/:id', async () => (await import('../features/bills/bill-page.js')).BillPage),
  page(
    '/identifiers',
    async () => (await import('../features/identifiers/identifiers-page.js')).IdentifiersPage,
  ),
  page(
    '/identifiers/:handle',
    async () => (await import('../features/identifiers/identifier-page.js')).IdentifierPage,
  ),
  page(
    '/enterprises',
    async () => (await import('../features/enterprises/enterprises-page.js')).EnterprisesPage,
  ),
  page(
    '/enterprises/:id',
    async () => (await import('../features/enterprises/enterprise-page.js')).EnterprisePage,
  ),
  page('/keys/admit', async () => (await import('../features/keys/admit-key-page.js')).AdmitKeyPage),
  page('/invite/:record', async () => (await import('../features/invitations/invite-page.js')).InvitePage),
  page('/audit', async () => (await import('../features/audit/audit-page.js')).AuditPage),
  page('/audit/:id', async () => (await import('../features/audit/case-page.js')).CasePage),
  page('/import', async () => (await import('../features/import/import-page.js')).ImportPage),
  page('/import/:id', async () => (await import('../features/import/sending-page.js')).SendingPage),
  page('/co-sign', async () => (await import('../features/acts/co-sign-page.js')).CoSignPage),
  page('/acts/:contract/:act', async () => (await import('../features/acts/act-page.js')).ActPage),
];
