import { Navigate, createBrowserRouter } from 'react-router';
import { BatchPage } from '../features/batches/batch-page.js';
import { BatchesPage } from '../features/batches/batches-page.js';
import { RegisterBatchPage } from '../features/batches/register-batch-page.js';
import { EnterprisesPage } from '../features/network/enterprises-page.js';
import { LedgerPage } from '../features/network/ledger-page.js';
import { SignInPage } from '../features/session/sign-in-page.js';
import { SignedIn } from './signed-in.js';

/** Every page and its path. */
export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <SignedIn />,
    children: [
      { path: '/', element: <Navigate to="/batches" replace /> },
      { path: '/batches', element: <BatchesPage /> },
      { path: '/batches/new', element: <RegisterBatchPage /> },
      { path: '/batches/:id', element: <BatchPage /> },
      { path: '/enterprises', element: <EnterprisesPage /> },
      { path: '/ledger', element: <LedgerPage /> },
      { path: '*', element: <Navigate to="/" replace /> },
    ],
  },
]);
