/** 在途货物看板的中文文案。 */
import type { enAlarms, enLoads } from './en-loads.js';

/** Words about loads on their way in Chinese. */
export const zhLoads: typeof enLoads = {
  title: '冷链看板：在途货物',
  about: '报警在前。本页每隔数秒自动更新。',
  none: '没有此类在途货物。',
  all: '全部',
  alarm: '报警',
  at: '目前持有',
  since: '自',
  next: '下一站',
  last: '最近读数',
  beyond: '超限',
  budget: '剩余稳定性预算',
  left: '{{left}} / {{whole}} 分钟',
  waiting: '待处置超温',
};

/** Words for how a load stands, in Chinese. */
export const zhAlarms: typeof enAlarms = { unread: '尚无读数' };
