/** Words of the public page: what is known, what is not, and never that a pack is genuine. */
import type { PackStatus } from '../api/pack-status.js';

/** Languages of the page. */
export type PageLanguage = 'zh' | 'en';

/** Words of one language. */
export interface VerifyWords {
  readonly title: string;
  readonly other: string;
  readonly known: string;
  readonly unknown: string;
  readonly gtin: string;
  readonly serial: string;
  readonly issuer: string;
  readonly usableUntil: string;
  readonly block: string;
  readonly recall: (level: string, day: string) => string;
  readonly noRecall: string;
  readonly status: Readonly<Record<PackStatus['status'], string>>;
  readonly unit: Readonly<Record<NonNullable<PackStatus['unit']> | 'untouched', string>>;
  /** Said of every pack whose code is known. */
  readonly limits: readonly string[];
  /** Said of a code that is not known. */
  readonly doubts: readonly string[];
}

const zh: VerifyWords = {
  title: '药品追溯码查询',
  other: 'English',
  known: '已知',
  unknown: '未知',
  gtin: '商品条码（GTIN）',
  serial: '序列号',
  issuer: '发码企业',
  usableUntil: '有效期至',
  block: '账本区块',
  recall: (level, day) => `该批次正在召回（${level} 级，${day} 起）。请停止使用，并联系购药处。`,
  noRecall: '本网络中该批次没有正在进行的召回。',
  status: {
    notKnown: '此处没有该码的记录。',
    notUsed: '该码已申领，但未记录用于任何已出厂的药品。请勿使用，并联系购药处。',
    commissioned: '该码已由发码企业赋予一盒药品。',
  },
  unit: {
    untouched: '没有这一盒药单独的销售或发放记录。',
    dispensed: '这一盒药已记录为售出或发放。若不是您本人购买，可能是复制的码。',
    reversed: '这一盒药的销售记录已冲正。',
    decommissioned: '该码已注销，这一盒药不应再流通。',
  },
  limits: [
    '码的记录不能证明盒中药品为真：码可以被复制。',
    '没有销售记录不表示没有售出：记录可能延迟上传，或由网络之外的单位售出。',
    '运输温度、拆封与保管情况不在此页显示。',
  ],
  doubts: [
    '没有记录不等于假药：该码可能由本网络之外的企业发出，或由另一服务器查询。',
    '请核对包装上的码是否完整，并向购药处或上市许可持有人询问。',
  ],
};

const en: VerifyWords = {
  title: 'What is known of this pack',
  other: '中文',
  known: 'Known',
  unknown: 'Not known',
  gtin: 'GTIN',
  serial: 'Serial',
  issuer: 'Issued by',
  usableUntil: 'Use until',
  block: 'Block of the ledger',
  recall: (level, day) =>
    `This batch is being recalled (class ${level}, since ${day}). Do not use it; ask where you bought it.`,
  noRecall: 'No recall of this batch is open in this network.',
  status: {
    notKnown: 'There is no record of this code here.',
    notUsed:
      'The code was reserved, but no pack that left the maker is recorded with it. Do not use it; ask where you got it.',
    commissioned: 'Its issuer gave this code to one pack.',
  },
  unit: {
    untouched: 'No sale or dispensing of this pack alone is recorded.',
    dispensed: 'This pack is recorded as dispensed. If not to you, the code may have been copied.',
    reversed: 'A dispensing of this pack was taken back.',
    decommissioned: 'The code was taken out: this pack should no longer be traded.',
  },
  limits: [
    'A record of the code does not prove what is in the box: codes can be copied.',
    'That no sale is recorded does not mean that there was none: records come late, or from outside of this network.',
    'Temperature on the way, opening and storage are not shown here.',
  ],
  doubts: [
    'No record does not mean a falsified drug: others than the firms of this network issue codes, and other servers know other codes.',
    'Compare the code with the one on the pack, and ask where you bought it, or the marketing authorisation holder.',
  ],
};

/** Words by language. */
export const VERIFY_WORDS: Readonly<Record<PageLanguage, VerifyWords>> = { zh, en };
