import { Suspense, type ComponentType, type ReactElement } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { useSession } from '../lib/session.js';
import { drawn } from './drawn.js';
import { PageBoundary } from './page-boundary.js';
import type { PageSource } from './page-source.js';
import { FRAME, HOME, OPEN, PAGES, SIGN_IN } from './pages.js';

interface PageRoute {
  readonly path: string;
  readonly Page: ComponentType;
}

const routesOf = (pages: readonly PageSource[]): readonly PageRoute[] =>
  pages.map((source) => ({ path: source.path, Page: drawn(source) }));

const OPEN_ROUTES = routesOf(OPEN);
const SIGNED_IN_ROUTES = routesOf(PAGES);
const Frame = drawn(FRAME);

/** The frame for whoever is signed in; anybody else is led to the sign-in. */
const Guarded = (): ReactElement => {
  const { session, restoring } = useSession();
  if (restoring) return <></>;
  return session === undefined ? <Navigate to={SIGN_IN.path} replace /> : <Frame />;
};

/** A fault of one page is over when another one is opened. */
const Bounded = ({ Page }: Pick<PageRoute, 'Page'>): ReactElement => {
  const { pathname } = useLocation();
  return (
    <PageBoundary key={pathname}>
      <Page />
    </PageBoundary>
  );
};

const routeOf = ({ path, Page }: PageRoute): ReactElement => (
  <Route key={path} path={path} element={<Bounded Page={Page} />} />
);

/** Every page and its path; the page before stays until the next one is loaded. */
export const Pages = (): ReactElement => (
  <BrowserRouter>
    <Suspense>
      <Routes>
        {OPEN_ROUTES.map(routeOf)}
        <Route element={<Guarded />}>
          {SIGNED_IN_ROUTES.map(routeOf)}
          <Route path="*" element={<Navigate to={HOME.path} replace />} />
        </Route>
      </Routes>
    </Suspense>
  </BrowserRouter>
);
