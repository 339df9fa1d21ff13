import type { ParcelStatus } from './states.js';

/** Stock that a signed command takes; the gateway proposes parcels for it, the peers check them against it. */
export interface Wanted {
  readonly batch: string;
  /** Decimal. */
  readonly quantity: string;
  readonly unit: string;
  readonly holder: string;
  /** GLN; undefined: at any site. */
  readonly site?: string | null;
  readonly statuses: readonly ParcelStatus[];
  /** Shipment that it arrived with; undefined: booked into stock. */
  readonly shipment?: string;
  /** Container or commission that it is in, null: loose; undefined: whichever, and no container is opened for it. */
  readonly container?: string | null;
}
