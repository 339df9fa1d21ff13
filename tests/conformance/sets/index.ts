/** The sets, in the order in which they are run. */
import type { ConformanceSet } from '../set.js';
import { CN_HANDLES, CN_IDENTIFIERS, CN_WASTE } from './cn.js';
import { CN_NODE } from './cn-node.js';
import { COLD_CHAIN } from './cold-chain.js';
import { EPC_LINKS, EPCIS_GS1, EPCIS_HASH, EPCIS_OPEN, EPCIS_REFUSED, EPCIS_XML } from './epcis.js';
import { EPCIS_INTEROP } from './epcis-interop.js';
import { EPCIS_QUERIES } from './epcis-query.js';
import { EPC_CONVERTED, EPC_JUDGED } from './epc-identifiers.js';
import { FMD_ELEMENTS, FMD_PACKS, FMD_PPN, FMD_SCANS } from './eu-fmd.js';
import { GS1_AI, GS1_LINTERS, GS1_SCAN_DATA } from './gs1-ai.js';
import { GS1_LINK } from './gs1-link.js';
import { GS1_LINKSETS, GS1_RESOLVER } from './gs1-resolver.js';
import { JCS } from './jcs.js';
import { SOLIDSOFT_AI } from './solidsoft.js';
import { SOLIDSOFT_LINK } from './solidsoft-link.js';

export const SETS: readonly ConformanceSet[] = [
  JCS,
  COLD_CHAIN,
  GS1_AI,
  GS1_SCAN_DATA,
  GS1_LINTERS,
  SOLIDSOFT_AI,
  GS1_LINK,
  GS1_RESOLVER,
  GS1_LINKSETS,
  SOLIDSOFT_LINK,
  EPCIS_GS1,
  EPCIS_OPEN,
  EPCIS_REFUSED,
  EPCIS_HASH,
  EPCIS_XML,
  EPCIS_QUERIES,
  EPCIS_INTEROP,
  EPC_LINKS,
  EPC_JUDGED,
  EPC_CONVERTED,
  CN_IDENTIFIERS,
  CN_WASTE,
  CN_HANDLES,
  CN_NODE,
  FMD_PACKS,
  FMD_ELEMENTS,
  FMD_SCANS,
  FMD_PPN,
];
