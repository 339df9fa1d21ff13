import type { enRedirectReasons, enRedirects, enRefusalReasons } from './en-redirects.js';

/** Words about loads that are sent to another site, in Chinese. */
export const zhRedirects: typeof enRedirects = {
  title: '改送记录',
  from: '原送',
  to: '改送',
  before: '此前到货与拒收',
  nothing: '未到货，未拒收',
};

/** Why a load is sent to another site, in Chinese. */
export const zhRedirectReasons: typeof enRedirectReasons = {
  refused: '收货地址拒收',
  siteClosed: '收货地址关闭',
  siteFull: '仓位已满',
  blockedRoad: '道路中断',
  wrongAddress: '地址有误',
};

/** Why a consignee refuses a load, in Chinese. */
export const zhRefusalReasons: typeof enRefusalReasons = {
  damaged: '破损',
  temperature: '温度不符',
  quantity: '数量不符',
  papers: '单证不符',
  wrongGoods: '货物不符',
  expiry: '效期不符',
  sealBroken: '封签破损',
};
