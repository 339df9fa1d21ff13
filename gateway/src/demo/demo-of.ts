import { ApiError } from '../api/api-error.js';
import { maySignInAsDemo } from '../config.js';
import type { Services } from '../services.js';
import type { Demo } from './demo.js';

/** The demonstration. @throws ApiError ROUTE_NOT_FOUND where there is none, DEMO_CLOSED where others may come than it is for */
export const demoOf = ({ demo, config }: Pick<Services, 'demo' | 'config'>): Demo => {
  if (demo !== undefined) return demo;
  throw new ApiError(config.demo && !maySignInAsDemo(config) ? 'DEMO_CLOSED' : 'ROUTE_NOT_FOUND');
};
