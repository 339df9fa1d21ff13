/** How the ledger's own names stand in events: identifiers of codes and lots are digests there, and stay digests here. */
import { packHash, ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { LEDGER_NAMES } from '../../api/epcis.js';

/** Namespace of what the ledger adds to its events; no captured event may use it. */
export const OWN_NAMESPACE = 'urn:yaosu:epcis:';
/** Prefix of {@link OWN_NAMESPACE}. */
export const OWN_PREFIX = 'yaosu';
/** Context that events of acts need beside the standard one. */
export const OWN_CONTEXT = { [OWN_PREFIX]: OWN_NAMESPACE };

/** A pack, case, pallet, drum or commission, by the SHA-256 of its canonical code. */
export const codeName = (code: string): string => `${LEDGER_NAMES.code}${code}`;
/** Whether a name is one of {@link codeName}. */
export const isObject = (name: string): boolean => name.startsWith(LEDGER_NAMES.code);
/** A lot, by its opaque id. */
export const batchName = (batch: string): string => `${LEDGER_NAMES.batch}${batch}`;
/** An enterprise. */
export const enterpriseName = (enterprise: string): string => `${LEDGER_NAMES.enterprise}${enterprise}`;
/** A shipment. */
export const shipmentName = (shipment: string): string => `${LEDGER_NAMES.shipment}${shipment}`;
/** A waste manifest. */
export const manifestName = (manifest: string): string => `${LEDGER_NAMES.manifest}${manifest}`;
/** A site. */
export const placeName = (gln: string): string => `https://id.gs1.org/414/${gln}`;
/** A parcel of stock; in the index only. */
export const parcelName = (parcel: string): string => `urn:yaosu:p:${parcel}`;

const PACK = /^https:\/\/id\.gs1\.org\/01\/(\d{14})\/21\/([^/?#]+)$/;
const CONTAINER = /^https:\/\/id\.gs1\.org\/00\/(\d{18})$/;

/** The ledger's name of an identifier in its one spelling; undefined when the ledger knows none of its kind. */
export const ledgerNameOf = (epc: string): string | undefined => {
  const [, gtin, serial] = PACK.exec(epc) ?? [];
  if (gtin !== undefined && serial !== undefined) return codeName(packHash(gtin, decodeURIComponent(serial)));
  const [, sscc] = CONTAINER.exec(epc) ?? [];
  return sscc === undefined ? undefined : codeName(ssccHash(sscc));
};
