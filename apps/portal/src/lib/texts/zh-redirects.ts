import type { enRedirectReasons, enRedirects } from './en-redirects.js';

/** Words about loads that are sent to another site, in Chinese. */
export const zhRedirects: typeof enRedirects = {
  title: '改送记录',
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
