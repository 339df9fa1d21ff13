/** Service worker: the app's own files come from the device; what the gateway says never does. */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build. */
const SHELL = '__SHELL__' as unknown as readonly string[];
const CACHE = 'yaosu-phone-__VERSION__';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const dropOld = async (): Promise<void> => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('yaosu-phone-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(dropOld());
});

const fromShell = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const cached = await cache.match(request.mode === 'navigate' ? './' : request);
  return cached ?? fetch(request);
};

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const isShell =
    event.request.method === 'GET' && origin === self.location.origin && pathname.startsWith('/m/');
  if (isShell) event.respondWith(fromShell(event.request));
});

export {};
