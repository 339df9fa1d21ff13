/** Enterprises of the story; names are invented. */
import type { EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';
import { ORGANISATIONS, type MspId } from '@yaosu/chaincode/model/organisations';
import { glnOf } from './gln.js';

/** A site of the story. */
export interface StorySite {
  readonly gln: string;
  readonly name: string;
  readonly address: string;
  readonly area: string;
}
/** A licence of the story. */
export interface StoryLicence {
  readonly number: string;
  readonly kind: string;
  readonly scope: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
  readonly issuedBy: string;
}
/** An enterprise of the story. */
export interface StoryEnterprise {
  readonly enterprise: string;
  readonly name: string;
  readonly roles: readonly EnterpriseRole[];
  readonly authority: { readonly subject: 'drug' | 'environment'; readonly area: string } | null;
  readonly sites: readonly StorySite[];
  readonly licences: readonly StoryLicence[];
}

const site = (body: string, name: string, address: string, area: string): StorySite => ({
  gln: glnOf(body),
  name,
  address,
  area,
});

const licence = (
  number: string,
  kind: string,
  scope: readonly string[] = [],
  notAfter = '2029-12-31',
): StoryLicence => ({
  number,
  kind,
  scope,
  notBefore: '2021-01-01',
  notAfter,
  issuedBy: '苏澜省药品监督管理局（演示）',
});

/** The authority that opens the network. */
export const DRUG_AUTHORITY = {
  enterprise: 'drug-authority',
  name: '苏澜省药品监督管理局（演示）',
  authority: { subject: 'drug', area: '32' },
} as const;

/** Everybody else, in the order of the supply chain. */
export const STORY_ENTERPRISES: readonly StoryEnterprise[] = [
  {
    enterprise: 'environment-authority',
    name: '苏澜省生态环境厅（演示）',
    roles: ['authority'],
    authority: { subject: 'environment', area: '32' },
    sites: [],
    licences: [],
  },
  {
    enterprise: 'linhe-chemical',
    name: '临河精细化工有限公司',
    roles: ['supplier'],
    authority: null,
    sites: [site('690100100001', '临河一厂', '临河市工业大道1号', '320500')],
    licences: [licence('DJ-2021-0101', 'materialRegistration', ['startingMaterial', 'excipient'])],
  },
  {
    enterprise: 'beiyuan-materials',
    name: '北原药用原料有限公司',
    roles: ['supplier'],
    authority: null,
    sites: [site('690100200001', '北原工厂', '北原市科技路18号', '320200')],
    licences: [licence('DJ-2021-0202', 'materialRegistration', ['startingMaterial'], '2025-06-30')],
  },
  {
    enterprise: 'nanshan-packaging',
    name: '南山药用包装有限公司',
    roles: ['supplier'],
    authority: null,
    sites: [site('690101100001', '南山印刷厂', '南山市印刷路6号', '320200')],
    licences: [licence('DJ-2021-1111', 'materialRegistration', ['packaging'])],
  },
  {
    enterprise: 'qingtai-cdmo',
    name: '清泰生物合同研发生产有限公司',
    roles: ['cdmo', 'wasteGenerator'],
    authority: null,
    sites: [site('690100300001', '清泰原料药车间', '清泰市药谷路66号', '320100')],
    licences: [
      licence('SL20210303', 'drugManufacturing', ['api']),
      licence('GMP-2022-0303', 'gmpInspection', ['api']),
    ],
  },
  {
    enterprise: 'anhe-pharma',
    name: '安和制药股份有限公司',
    roles: ['mah', 'manufacturer', 'wasteGenerator'],
    authority: null,
    sites: [
      site('690100400001', '安和制剂厂', '安和市健康大道9号', '320100'),
      site('690100400002', '安和成品库', '安和市健康大道11号', '320100'),
    ],
    licences: [
      licence('SL20210404', 'drugManufacturing', ['bulk', 'packed']),
      licence('GMP-2022-0404', 'gmpInspection'),
    ],
  },
  {
    enterprise: 'ruikang-pharma',
    name: '瑞康药业有限公司',
    roles: ['mah', 'manufacturer'],
    authority: null,
    sites: [site('690100500001', '瑞康制剂厂', '瑞康市创新路5号', '320500')],
    licences: [licence('SL20210505', 'drugManufacturing', ['bulk', 'packed'])],
  },
  {
    enterprise: 'jiezhou-coldchain',
    name: '捷舟冷链运输有限公司',
    roles: ['carrier'],
    authority: null,
    sites: [site('690100600001', '捷舟车队', '捷舟市港口路3号', '320200')],
    licences: [licence('YS-2021-0606', 'dangerousGoodsTransport')],
  },
  {
    enterprise: 'huida-wholesale',
    name: '汇达医药批发有限公司',
    roles: ['wholesaler', 'warehouse'],
    authority: null,
    sites: [site('690100700001', '汇达冷库', '汇达市物流园2区', '310115')],
    licences: [licence('JY-2021-0707', 'drugDistribution', ['cold'])],
  },
  {
    enterprise: 'renxin-pharmacy',
    name: '仁心大药房',
    roles: ['pharmacy'],
    authority: null,
    sites: [site('690100800001', '仁心人民路店', '人民路120号', '310101')],
    licences: [licence('JY-2021-0808', 'drugDistribution')],
  },
  {
    enterprise: 'lvtu-transport',
    name: '绿途危险废物运输有限公司',
    roles: ['wasteCarrier'],
    authority: null,
    sites: [site('690100900001', '绿途车队', '绿途市环园路7号', '320100')],
    licences: [licence('WY-2021-0909', 'dangerousGoodsTransport', ['3', '6.1'])],
  },
  {
    enterprise: 'jingyuan-disposal',
    name: '净源危险废物处置有限公司',
    roles: ['wasteDisposer'],
    authority: null,
    sites: [site('690101000001', '净源焚烧厂', '净源市环园路88号', '320100')],
    licences: [
      licence('JSWF-2021-1010', 'hazardousWasteOperation', ['271-001-02', '271-002-02', '271-005-02']),
    ],
  },
  {
    enterprise: 'hengji-recycling',
    name: '恒济资源再生有限公司',
    roles: ['wasteDisposer'],
    authority: null,
    sites: [site('690101200001', '恒济再生厂', '恒济市循环路21号', '320300')],
    licences: [licence('JSWF-2021-1212', 'hazardousWasteOperation', ['900-402-06'])],
  },
  {
    enterprise: 'yueqing-disposal',
    name: '越清危险废物处置有限公司',
    roles: ['wasteDisposer'],
    authority: null,
    sites: [site('690101300001', '越清焚烧厂', '越清市江滨路40号', '330110')],
    licences: [licence('ZJWF-2021-1313', 'hazardousWasteOperation', ['HW02'])],
  },
];

/** The organisation that hosts an enterprise with these roles by default. */
export const defaultHostOf = (roles: readonly EnterpriseRole[]): MspId => {
  const host = ORGANISATIONS.find(({ hosts }) => roles.some((role) => hosts.includes(role)));
  if (host === undefined) throw new Error(`no organisation hosts ${roles.join()}`);
  return host.mspId;
};
