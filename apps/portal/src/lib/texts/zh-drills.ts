import type { enDrills } from './en-drills.js';

/** 模拟召回用语。 */
export const zhDrills: typeof enDrills = {
  badge: '演练 Drill',
  mark: '演练 DRILL',
  band: '演练 DRILL：本次为模拟召回，并非真实召回',
  about: '不停用任何货物：货物照常使用、销售、发药与放行，无须移动或退回。其余步骤与真实召回相同。',
  answer: '请按真实召回的要求清点库存并在时限内反馈。货物无须移动、隔离或退回，可照常销售与发药。',
  hint: '从发现信号到总结报告的演练，步骤、时限与反馈均与真实召回相同；不停用任何货物，扫码查询也不会提示召回。演练不能转为真实召回，真实召回也不能改为演练。',
  filter: '演练或真实',
  all: '全部',
  only: { true: '仅演练', false: '仅真实' },
  times: '自发现信号起的用时',
  step: '步骤',
  after: '用时',
  steps: {
    signalled: '发现信号',
    started: '启动调查',
    sealed: '谱系封定',
    opened: '启动召回',
    answered: '保管方反馈',
    silent: '尚未反馈',
    closed: '结束',
  },
  length: '{{hours}} 小时 {{minutes}} 分 {{seconds}} 秒',
};
