/** The port to a trace platform of the state (药品追溯平台). */
import type { BillKindName, BillDirection, PackLevel } from '../api/bill-kinds.js';

/** A line as the platform gets it; product and lot are null where they are not open to the firm. */
export interface SentLine {
  /** SHA-256 of the canonical code, hex; null for loose packs. */
  readonly code: string | null;
  readonly level: PackLevel;
  readonly product: string | null;
  readonly lot: string | null;
  /** Decimal. */
  readonly quantity: string;
  readonly unit: string;
}

/** A bill as the platform gets it. */
export interface SentBill {
  /** The same however often it is sent. */
  readonly bill: string;
  readonly kind: BillKindName;
  /** 单据类型, in Chinese. */
  readonly kindName: string;
  readonly direction: BillDirection;
  readonly enterprise: string;
  readonly partner: string | null;
  readonly at: string;
  /** Calendar day of `at` in China. */
  readonly day: string;
  /** Transaction of the ledger that it was read from. */
  readonly txId: string;
  /** The bill that this one takes back (冲正). */
  readonly reverses: string | null;
  readonly quantity: string;
  readonly lines: readonly SentLine[];
}

/** What the platform has said of a bill. */
export type PlatformVerdict =
  | { readonly state: 'accepted'; readonly externalNo: string }
  | { readonly state: 'refused'; readonly code: string; readonly text: string };

/** A bill as the platform lists it. */
export interface ListedBill {
  readonly bill: string;
  readonly externalNo: string;
  readonly quantity: string;
}

/** A page of the platform's list. */
export interface ListedPage {
  readonly bills: readonly ListedBill[];
  readonly next: string | null;
}

/** A platform. Every call throws when no answer came that could be understood: what it has done is then not known. */
export interface TracePlatform {
  /** How pages call it. */
  readonly name: string;
  /** Sends a bill; one that it has accepted already is answered as it was then. */
  send(bill: SentBill): Promise<PlatformVerdict>;
  /** What it last said of a bill; undefined when it has none. */
  find(bill: string): Promise<PlatformVerdict | undefined>;
  /** Bills of an enterprise that it has accepted, by calendar day in China. */
  billsOf(enterprise: string, day: string, cursor: string | null): Promise<ListedPage>;
}
