/** Demo logins, one an actor of the story. */
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';

/** An actor. */
export interface DemoLogin {
  readonly login: string;
  readonly enterprise: string;
  readonly zh: string;
  readonly en: string;
  readonly functions: readonly KeyFunction[];
}

const actor = (
  login: string,
  enterprise: string,
  zh: string,
  en: string,
  ...functions: readonly KeyFunction[]
): DemoLogin => ({ login, enterprise, zh, en, functions });

/** Login → actor, in the order of the supply chain. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  actor('drug-inspector', 'drug-authority', '药监检查员', 'Drug inspector', 'inspector', 'administrator'),
  actor('environment-inspector', 'environment-authority', '环保检查员', 'Environment inspector', 'inspector'),
  actor('linhe-production', 'linhe-chemical', '临河生产员', 'Linhe, production', 'production'),
  actor('linhe-analyst', 'linhe-chemical', '临河检验员', 'Linhe, analyst', 'analyst'),
  actor('linhe-reviewer', 'linhe-chemical', '临河复核员', 'Linhe, reviewer', 'reviewer'),
  actor(
    'linhe-quality',
    'linhe-chemical',
    '临河质量经理',
    'Linhe, quality manager',
    'qualityManager',
    'qualifiedPerson',
  ),
  actor(
    'linhe-dispatch',
    'linhe-chemical',
    '临河发货员',
    'Linhe, dispatcher',
    'warehouseKeeper',
    'dispatcher',
  ),
  actor('beiyuan-production', 'beiyuan-materials', '北原生产员', 'Beiyuan, production', 'production'),
  actor('nanshan-production', 'nanshan-packaging', '南山生产员', 'Nanshan, production', 'production'),
  actor('nanshan-analyst', 'nanshan-packaging', '南山检验员', 'Nanshan, analyst', 'analyst'),
  actor('nanshan-reviewer', 'nanshan-packaging', '南山复核员', 'Nanshan, reviewer', 'reviewer'),
  actor(
    'nanshan-quality',
    'nanshan-packaging',
    '南山质量经理',
    'Nanshan, quality manager',
    'qualityManager',
    'qualifiedPerson',
  ),
  actor(
    'nanshan-dispatch',
    'nanshan-packaging',
    '南山发货员',
    'Nanshan, dispatcher',
    'warehouseKeeper',
    'dispatcher',
  ),
  actor('cdmo-admin', 'qingtai-cdmo', '清泰管理员', 'Qingtai, administrator', 'administrator'),
  actor('cdmo-purchaser', 'qingtai-cdmo', '清泰采购员', 'Qingtai, purchaser', 'purchaser'),
  actor('cdmo-production', 'qingtai-cdmo', '清泰生产员', 'Qingtai, production', 'production'),
  actor('cdmo-analyst', 'qingtai-cdmo', '清泰检验员', 'Qingtai, analyst', 'analyst'),
  actor('cdmo-reviewer', 'qingtai-cdmo', '清泰复核员', 'Qingtai, reviewer', 'reviewer'),
  actor(
    'cdmo-qp',
    'qingtai-cdmo',
    '清泰质量受权人',
    'Qingtai, qualified person',
    'qualifiedPerson',
    'qualityManager',
  ),
  actor(
    'cdmo-warehouse',
    'qingtai-cdmo',
    '清泰仓库',
    'Qingtai, warehouse',
    'warehouseKeeper',
    'receivingInspector',
    'dispatcher',
  ),
  actor('cdmo-receiving', 'qingtai-cdmo', '清泰验收员', 'Qingtai, receiving inspector', 'receivingInspector'),
  actor('cdmo-waste', 'qingtai-cdmo', '清泰危废管理员', 'Qingtai, waste keeper', 'wasteKeeper'),
  actor('maker-admin', 'anhe-pharma', '安和管理员', 'Anhe, administrator', 'administrator'),
  actor('maker-purchaser', 'anhe-pharma', '安和采购员', 'Anhe, purchaser', 'purchaser'),
  actor('maker-production', 'anhe-pharma', '安和生产员', 'Anhe, production', 'production'),
  actor('maker-analyst', 'anhe-pharma', '安和检验员', 'Anhe, analyst', 'analyst'),
  actor('maker-reviewer', 'anhe-pharma', '安和复核员', 'Anhe, reviewer', 'reviewer'),
  actor('maker-qm', 'anhe-pharma', '安和质量经理', 'Anhe, quality manager', 'qualityManager'),
  actor('maker-qp', 'anhe-pharma', '安和质量受权人', 'Anhe, qualified person', 'qualifiedPerson'),
  actor('maker-warehouse', 'anhe-pharma', '安和仓库', 'Anhe, warehouse', 'warehouseKeeper', 'dispatcher'),
  actor('maker-receiving', 'anhe-pharma', '安和验收员', 'Anhe, receiving inspector', 'receivingInspector'),
  actor('maker-waste', 'anhe-pharma', '安和危废管理员', 'Anhe, waste keeper', 'wasteKeeper'),
  actor('rival-production', 'ruikang-pharma', '瑞康生产员', 'Ruikang, production', 'production'),
  actor(
    'rival-qp',
    'ruikang-pharma',
    '瑞康质量受权人',
    'Ruikang, qualified person',
    'qualifiedPerson',
    'qualityManager',
  ),
  actor('carrier-admin', 'jiezhou-coldchain', '捷舟管理员', 'Jiezhou, administrator', 'administrator'),
  actor('carrier-dispatch', 'jiezhou-coldchain', '捷舟调度', 'Jiezhou, dispatcher', 'dispatcher'),
  actor('carrier-quality', 'jiezhou-coldchain', '捷舟质量经理', 'Jiezhou, quality manager', 'qualityManager'),
  actor('carrier-driver', 'jiezhou-coldchain', '捷舟司机', 'Jiezhou, driver', 'driver'),
  actor('carrier-relief', 'jiezhou-coldchain', '捷舟接班司机', 'Jiezhou, relief driver', 'driver'),
  actor('wholesale-admin', 'huida-wholesale', '汇达管理员', 'Huida, administrator', 'administrator'),
  actor(
    'wholesale-keeper',
    'huida-wholesale',
    '汇达保管员',
    'Huida, warehouse',
    'warehouseKeeper',
    'dispatcher',
  ),
  actor(
    'wholesale-receiving',
    'huida-wholesale',
    '汇达验收员',
    'Huida, receiving inspector',
    'receivingInspector',
  ),
  actor('wholesale-quality', 'huida-wholesale', '汇达质量经理', 'Huida, quality manager', 'qualityManager'),
  actor('pharmacy-admin', 'renxin-pharmacy', '仁心管理员', 'Renxin, administrator', 'administrator'),
  actor(
    'pharmacist',
    'renxin-pharmacy',
    '仁心药师',
    'Renxin, pharmacist',
    'pharmacist',
    'receivingInspector',
  ),
  actor(
    'pharmacy-dispatch',
    'renxin-pharmacy',
    '仁心退货员',
    'Renxin, returns',
    'dispatcher',
    'warehouseKeeper',
  ),
  actor(
    'pharmacy-receiving',
    'renxin-pharmacy',
    '仁心验收员',
    'Renxin, receiving inspector',
    'receivingInspector',
  ),
  actor('waste-driver', 'lvtu-transport', '绿途司机', 'Lvtu, driver', 'driver'),
  actor('waste-relief', 'lvtu-transport', '绿途接班司机', 'Lvtu, relief driver', 'driver'),
  actor('waste-escort', 'lvtu-transport', '绿途押运员', 'Lvtu, escort', 'escort'),
  actor(
    'disposer-keeper',
    'jingyuan-disposal',
    '净源接收员',
    'Jingyuan, waste keeper',
    'wasteKeeper',
    'receivingInspector',
  ),
  actor('far-disposer-keeper', 'yueqing-disposal', '越清接收员', 'Yueqing, waste keeper', 'wasteKeeper'),
];

/** The actor of a login. */
export const findLogin = (login: string): DemoLogin | undefined =>
  DEMO_LOGINS.find((one) => one.login === login);
