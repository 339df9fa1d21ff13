import type { enIncidentValues, enIncidents, enLoadTypes } from './en-incidents.js';

/** Words of incidents in Chinese. */
export const zhIncidents: typeof enIncidents = {
  title: '事故报告',
  one: '事故：{{kind}}',
  none: '没有事故报告。',
  all: '全部',
  load: '相关货物',
  reported: '报告方',
  owner: '负责调查',
  said: '报告内容',
  sealed: '文字与照片存于报告方的保管库，凡可查看本事故者均可阅读；账本仅存其摘要。',
  manifest: '联单 {{code}} · {{vehicle}}',
};

/** What incidents are and become, in Chinese. */
export const zhIncidentValues: typeof enIncidentValues = {
  spill: '泄漏',
  fire: '火灾',
  breakdown: '车辆故障',
  tampering: '封签破损或被动过',
  injury: '人员受伤',
  investigated: '已调查',
  handedToAuthority: '移交监管机构',
};

/** Kinds of loads, in Chinese. */
export const zhLoadTypes: typeof enLoadTypes = { ship: '发运单', man: '转移联单' };
