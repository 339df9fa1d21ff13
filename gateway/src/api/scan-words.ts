/** What apps say of a scanned code: what it is, and what is wrong with it. */
import type { ScanProblemKind } from '@yaosu/chaincode/model/code/scan/problems';
import type { CodeKind } from '@yaosu/chaincode/model/code/what-is';

/** A text in both languages. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a code is → its name. */
export const CODE_WORDS: Readonly<Record<CodeKind, Words>> = {
  pack: { zh: '药品单品', en: 'Drug pack' },
  container: { zh: '箱或托盘', en: 'Case or pallet' },
  lot: { zh: '批次', en: 'Lot of a product' },
  product: { zh: '商品', en: 'Product' },
  piece: { zh: '商品的一部分', en: 'Piece of a product' },
  place: { zh: '地点', en: 'Place' },
  party: { zh: '参与方', en: 'Party' },
  document: { zh: '单据', en: 'Document' },
  asset: { zh: '资产', en: 'Asset' },
  person: { zh: '服务提供者或接受者', en: 'Person served or serving' },
  gs1: { zh: '其他 GS1 数据', en: 'Other GS1 data' },
  drum: { zh: '危险废物容器标签', en: 'Label of a waste container' },
  permit: { zh: '排污许可证编号', en: 'Discharge permit' },
  enterprise: { zh: '统一社会信用代码', en: 'Code of a legal entity (USCC)' },
  baseCode: { zh: '药品本位码', en: 'Base code of a drug' },
  manifest: { zh: '危险废物转移联单编号', en: 'Waste manifest' },
  traceCode: { zh: '药品追溯码', en: 'Drug trace code' },
  handle: { zh: '工业互联网标识', en: 'Industrial-internet identifier' },
  epc: { zh: 'EPC 标识', en: 'EPC' },
  unknown: { zh: '其他码', en: 'Other code' },
};

/** Problem → its cause in words for whoever holds the scanner. */
export const SCAN_WORDS: Readonly<Record<ScanProblemKind, Words>> = {
  form: {
    zh: '有一项内容的长度或字符不对，码可能不完整。',
    en: 'A part has a wrong length or sign: the code may be cut off.',
  },
  unknown: {
    zh: '有一个应用标识符 GS1 没有分配。',
    en: 'An application identifier is none that GS1 has given out.',
  },
  repeat: { zh: '同一项内容出现两个不同的值。', en: 'One part stands there twice with different values.' },
  link: { zh: '链接不是有效的 GS1 数字链接。', en: 'The link is no valid GS1 Digital Link.' },
  checkDigit: {
    zh: '校验位错误：读码或输入有误。',
    en: 'The check digit is wrong: the code was misread or mistyped.',
  },
  date: { zh: '日期不存在。', en: 'There is no such day.' },
  value: { zh: '有一项内容不符合规则。', en: 'A part breaks the rule for its content.' },
  excluded: { zh: '有两项内容不能同时出现。', en: 'Two parts may not stand together.' },
  missing: { zh: '缺少必须同时出现的内容。', en: 'A part that has to stand there is missing.' },
  empty: { zh: '没有识别到内容。', en: 'Nothing was read.' },
  tooLong: { zh: '内容太长，不是一个码。', en: 'The text is longer than any code.' },
  noCode: { zh: '无法识别：不是系统认识的码。', en: 'The text is no code that is known here.' },
  ambiguous: {
    zh: '有多种读法，无法确定，请重新扫码。',
    en: 'It can be read in more than one way. Scan it again.',
  },
  separatorLost: {
    zh: '扫码设备丢失了分隔符，序列号可能并入批号。请用摄像头扫码，或按包装上的文字核对。',
    en: 'The scanner lost the separators, so a serial number may have run into the lot. Scan with the camera, or compare with the print.',
  },
  separatorSpelt: {
    zh: '扫码设备把分隔符发送成了其他字符。',
    en: 'The scanner sends the separator as other signs.',
  },
  twoCodes: { zh: '一次读到了两个码，请只对准一个。', en: 'Two codes were read at once. Aim at one.' },
  wrongSymbol: {
    zh: '条码类型不对：GS1 内容没有印在 GS1 条码里。',
    en: 'Wrong symbol: GS1 data stands in a symbol that is not GS1’s.',
  },
  keyboard: {
    zh: '扫码设备的键盘布局与本机不同。',
    en: 'The scanner is set to another keyboard layout than this device.',
  },
  spacing: { zh: '内容里有空格、换行或全角字符。', en: 'There are spaces, line ends or full-width signs.' },
  brackets: { zh: '应用标识符的括号不对。', en: 'The brackets of an application identifier are wrong.' },
  scheme: {
    zh: '链接缺少 https:// 或大小写混用。',
    en: 'The link lacks https://, or has it in mixed letters.',
  },
  expired: { zh: '已过有效期', en: 'Expired' },
  scannedBefore: { zh: '此码已经扫过。', en: 'This code has been scanned before.' },
};
