/** Bills (单据) that trace platforms want of movements of coded packs, as far as an act of the network says them. */

/** Goods come in, go out, or neither. */
export type BillDirection = 'in' | 'out' | 'none';

interface BillKind {
  readonly direction: BillDirection;
  readonly zh: string;
  readonly en: string;
}

/** Kind → which way goods go, and what people call it. */
export const BILL_KIND_WORDS = {
  productionIn: { direction: 'in', zh: '生产入库', en: 'Production in' },
  purchaseIn: { direction: 'in', zh: '采购入库', en: 'Purchase in' },
  returnIn: { direction: 'in', zh: '退货入库', en: 'Return in' },
  transferIn: { direction: 'in', zh: '调拨入库', en: 'Transfer in' },
  recallIn: { direction: 'in', zh: '召回入库', en: 'Recall in' },
  saleOut: { direction: 'out', zh: '销售出库', en: 'Sale out' },
  returnOut: { direction: 'out', zh: '退货出库', en: 'Return out' },
  transferOut: { direction: 'out', zh: '调拨出库', en: 'Transfer out' },
  recallOut: { direction: 'out', zh: '召回出库', en: 'Recall out' },
  destroyOut: { direction: 'out', zh: '销毁出库', en: 'Destruction out' },
  sampleOut: { direction: 'out', zh: '抽检出库', en: 'Sampling out' },
  damageOut: { direction: 'out', zh: '损坏出库', en: 'Damage out' },
  dispense: { direction: 'out', zh: '使用/零售', en: 'Dispensed' },
  unpack: { direction: 'none', zh: '拆零', en: 'Unpacked' },
  reversal: { direction: 'in', zh: '冲正', en: 'Reversal' },
} as const satisfies Readonly<Record<string, BillKind>>;

/** Names a kind of bill. */
export type BillKindName = keyof typeof BILL_KIND_WORDS;
/** Every kind, in the order of the platform's forms. */
export const BILL_KINDS = Object.keys(BILL_KIND_WORDS) as [BillKindName, ...BillKindName[]];

/** How far a bill has come: nobody was told, the answer is not known, and what the platform has said. */
export const BILL_STATES = ['notSent', 'sent', 'accepted', 'refused'] as const;
/** One of {@link BILL_STATES}. */
export type BillState = (typeof BILL_STATES)[number];

/** What a line names: a code of this level, or packs that no container holds. */
export const PACK_LEVELS = ['pack', 'case', 'pallet', 'commission', 'loose'] as const;
/** One of {@link PACK_LEVELS}. */
export type PackLevel = (typeof PACK_LEVELS)[number];
