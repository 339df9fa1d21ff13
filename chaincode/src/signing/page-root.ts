import type { PageReadings } from '../model/telemetry/schemas.js';
import { sha256Hex } from './bytes.js';
import { canonicalJson } from './canonical-json.js';

/** Digest of a logger's page of readings, hex: what stays of them on the ledger beside their summary. */
export const pageRoot = (logger: string, page: PageReadings): string =>
  sha256Hex(canonicalJson({ logger, ...page }));
