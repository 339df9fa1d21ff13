/** Who does what at a firm of the story, by login. */
import { FIRM, glnOfSite } from './cast.js';

/** People of a firm that makes goods. */
export interface Staff {
  readonly enterprise: string;
  readonly site: string;
  readonly production: string;
  readonly analyst: string;
  readonly reviewer: string;
  /** Qualified person. */
  readonly releaser: string;
  /** Warehouse and dispatch. */
  readonly keeper: string;
  /** Inspects what the keeper has received. */
  readonly inspector: string;
}

const staffOf = (enterprise: string, short: string): Staff => ({
  enterprise,
  site: glnOfSite(enterprise),
  production: `${short}-production`,
  analyst: `${short}-analyst`,
  reviewer: `${short}-reviewer`,
  releaser: `${short}-qp`,
  keeper: `${short}-warehouse`,
  inspector: `${short}-receiving`,
});

const supplierStaff = (enterprise: string, short: string): Staff => ({
  ...staffOf(enterprise, short),
  releaser: `${short}-quality`,
  keeper: `${short}-dispatch`,
  inspector: `${short}-quality`,
});

/** The firms that make goods. */
export const STAFF = {
  supplier: supplierStaff(FIRM.supplier, 'linhe'),
  printer: supplierStaff(FIRM.printer, 'nanshan'),
  cdmo: staffOf(FIRM.cdmo, 'cdmo'),
  maker: staffOf(FIRM.maker, 'maker'),
} as const;
