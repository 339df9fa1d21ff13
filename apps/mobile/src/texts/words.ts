/** Words for the values of records that the phone shows. */
import type { CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import type { IncidentKind } from '@yaosu/chaincode/model/incident/states';
import type { DRUM_VERDICTS, LOADING_REFUSALS } from '@yaosu/chaincode/model/waste/states';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import type {
  REDIRECT_REASONS,
  REFUSAL_REASONS,
  ShipmentState,
} from '@yaosu/chaincode/model/shipment/states';
import type { ScanProblemKind } from '@yaosu/chaincode/model/code/scan/problems';
import type { CodeKind } from '@yaosu/chaincode/model/code/what-is';
import type { OFFLINE_REASONS, UnitState } from '@yaosu/chaincode/model/code/states';
import { CODE_WORDS, SCAN_WORDS } from '@yaosu/gateway/api/scan-words';
import type { Language } from './texts.js';
import { language } from './texts.js';

type Words = Readonly<Record<Language, string>>;

const STATES: Readonly<Record<ShipmentState | UnitState | 'packed' | 'opened', Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  ready: { zh: '待装', en: 'ready' },
  loaded: { zh: '已装车', en: 'loaded' },
  inTransit: { zh: '运输中', en: 'in transit' },
  arrived: { zh: '已到达', en: 'arrived' },
  received: { zh: '已收货', en: 'received' },
  partlyReceived: { zh: '部分收货', en: 'partly received' },
  refused: { zh: '拒收', en: 'refused' },
  returning: { zh: '退回中', en: 'returning' },
  returned: { zh: '已退回', en: 'returned' },
  lost: { zh: '丢失', en: 'lost' },
  closed: { zh: '已结束', en: 'closed' },
  dispensed: { zh: '已发药', en: 'dispensed' },
  reversed: { zh: '发药已冲正', en: 'dispensing reversed' },
  decommissioned: { zh: '已注销', en: 'decommissioned' },
  packed: { zh: '已包装', en: 'packed' },
  opened: { zh: '已拆箱', en: 'opened' },
};
const UNITS: Readonly<Record<string, Words>> = {
  KGM: { zh: '千克', en: 'kg' },
  GRM: { zh: '克', en: 'g' },
  LTR: { zh: '升', en: 'l' },
  H87: { zh: '件', en: 'pieces' },
  MIL: { zh: '千件', en: 'thousand' },
  MTR: { zh: '米', en: 'm' },
};
const REFUSALS: Readonly<Record<(typeof REFUSAL_REASONS)[number], Words>> = {
  damaged: { zh: '破损', en: 'Damaged' },
  temperature: { zh: '温度不符', en: 'Temperature' },
  quantity: { zh: '数量不符', en: 'Quantity' },
  papers: { zh: '单证不符', en: 'Papers' },
  wrongGoods: { zh: '货物不符', en: 'Wrong goods' },
  expiry: { zh: '效期不符', en: 'Expiry' },
  sealBroken: { zh: '封签破损', en: 'Seal broken' },
};
const REDIRECTS: Readonly<Record<(typeof REDIRECT_REASONS)[number], Words>> = {
  refused: { zh: '收货地址拒收', en: 'Refused at the site' },
  siteClosed: { zh: '收货地址关闭', en: 'Site is closed' },
  siteFull: { zh: '仓位已满', en: 'Site is full' },
  blockedRoad: { zh: '道路中断', en: 'Road is blocked' },
  wrongAddress: { zh: '地址有误', en: 'Wrong address' },
};
const LOADING: Readonly<Record<(typeof LOADING_REFUSALS)[number], Words>> = {
  labelMissing: { zh: '标签缺失', en: 'Label missing' },
  labelWrong: { zh: '标签与实物不符', en: 'Label does not match' },
  leaking: { zh: '容器渗漏', en: 'Leaking' },
  packagingUnfit: { zh: '包装不合格', en: 'Packaging unfit' },
  weightDiffers: { zh: '重量不符', en: 'Weight differs' },
  vehicleUnfit: { zh: '车辆不适运', en: 'Vehicle unfit' },
  papersMissing: { zh: '单证不全', en: 'Papers missing' },
};
const EXCURSIONS: Readonly<Record<ExcursionRecord['kind'], Words>> = {
  unbroken: { zh: '连续超温', en: 'Out of range without a break' },
  summed: { zh: '累计超温', en: 'Out of range in sum' },
  loggerLost: { zh: '记录仪丢失', en: 'Logger lost' },
  loggerFaulty: { zh: '记录仪故障', en: 'Logger faulty' },
};
const INCIDENTS: Readonly<Record<IncidentKind, Words>> = {
  accident: { zh: '交通事故', en: 'Accident' },
  spill: { zh: '泄漏', en: 'Spill or leak' },
  fire: { zh: '火灾', en: 'Fire' },
  theft: { zh: '被盗', en: 'Theft' },
  breakdown: { zh: '车辆故障', en: 'Breakdown' },
  tampering: { zh: '封签破损或被动过', en: 'Seal broken or tampering' },
  injury: { zh: '人员受伤', en: 'Somebody is injured' },
  other: { zh: '其他', en: 'Something else' },
};
const DRUMS: Readonly<Record<(typeof DRUM_VERDICTS)[number], Words>> = {
  accepted: { zh: '接受', en: 'Accepted' },
  refused: { zh: '拒收', en: 'Refused' },
  missing: { zh: '缺失', en: 'Missing' },
};
/** Why a pack was dispensed without asking. */
const REASONS: Readonly<Record<(typeof OFFLINE_REASONS)[number], Words>> = {
  noNetwork: { zh: '无网络', en: 'no signal' },
  emergency: { zh: '紧急用药', en: 'emergency' },
  systemDown: { zh: '系统故障', en: 'system down' },
  paper: { zh: '纸质登记', en: 'written on paper' },
};
/** Application and data identifiers that stand on drugs. */
const ELEMENTS: Readonly<Record<string, Words>> = {
  '00': { zh: '箱托码', en: 'SSCC' },
  '01': { zh: '商品码', en: 'GTIN' },
  '10': { zh: '批号', en: 'Lot' },
  '11': { zh: '生产日期', en: 'Manufactured' },
  '17': { zh: '有效期至', en: 'Expiry' },
  '21': { zh: '序列号', en: 'Serial' },
  '240': { zh: '附加标识', en: 'Additional id' },
  '414': { zh: '位置码', en: 'Location (GLN)' },
  // Data identifiers on packs of the EU.
  '9N': { zh: '药品编码（PPN）', en: 'Product (PPN)' },
  '1T': { zh: '批号', en: 'Lot' },
  D: { zh: '有效期至', en: 'Expiry' },
  S: { zh: '序列号', en: 'Serial' },
};

const PURPOSES: Readonly<Record<CasePurpose, Words>> = {
  inspection: { zh: '检查', en: 'Inspection' },
  complaint: { zh: '投诉', en: 'Complaint' },
  recall: { zh: '召回', en: 'Recall' },
  accident: { zh: '交通事故', en: 'Accident' },
  crime: { zh: '案件', en: 'Crime' },
  statistics: { zh: '统计', en: 'Statistics' },
};

const among =
  (words: Readonly<Record<string, Words>>) =>
  (value: string, as: Language = language()): string =>
    words[value]?.[as] ?? value;

/** Reason of a refusal → word. */
export const refusalWord = (reason: (typeof REFUSAL_REASONS)[number], as: Language = language()): string =>
  REFUSALS[reason][as];
/** Why a load is sent to another site → word. */
export const redirectWord = (reason: (typeof REDIRECT_REASONS)[number]): string =>
  REDIRECTS[reason][language()];
/** Why waste is not loaded → word. */
export const loadingRefusalWord = (reason: (typeof LOADING_REFUSALS)[number]): string =>
  LOADING[reason][language()];
/** What is in doubt about a load → word. */
export const excursionWord = (kind: ExcursionRecord['kind']): string => EXCURSIONS[kind][language()];
/** What has happened to a load → word. */
export const incidentWord = (kind: IncidentKind): string => INCIDENTS[kind][language()];
/** What the acceptor says of a drum → word. */
export const drumWord = (verdict: (typeof DRUM_VERDICTS)[number]): string => DRUMS[verdict][language()];
/** State of a record → word. */
export const stateWord = among(STATES);
/** Unit of a quantity → word. */
export const unitWord = among(UNITS);
/** Reason for not asking first → word. */
export const reasonWord = among(REASONS);
/** Purpose of an authority's reading → word. */
export const purposeWord = among(PURPOSES);
/** Application identifier → what it stands for. */
export const elementWord = among(ELEMENTS);

/** What a code is → word. */
export const codeWord = (what: CodeKind): string => CODE_WORDS[what][language()];
/** Problem of a scan → its cause in a sentence. */
export const scanSentence = (kind: ScanProblemKind): string => SCAN_WORDS[kind][language()];

/** An instant as people of this phone's place write it. */
export const timeWord = (instant: string, as: Language = language()): string =>
  new Intl.DateTimeFormat(as === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
