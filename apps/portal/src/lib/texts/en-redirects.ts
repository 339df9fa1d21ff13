/** Words about loads that are sent to another site, in English. */
export const enRedirects = {
  title: 'Sent to other sites',
  from: 'Was going to',
  to: 'Sent to',
  before: 'Arrival and refusal before',
  nothing: 'Neither arrived nor refused',
};

/** Why a load is sent to another site, in English. */
export const enRedirectReasons = {
  refused: 'Refused at the site',
  siteClosed: 'Site is closed',
  siteFull: 'Site is full',
  blockedRoad: 'Road is blocked',
  wrongAddress: 'Wrong address',
};

/** Why a consignee refuses a load, in English. */
export const enRefusalReasons = {
  damaged: 'Damaged',
  temperature: 'Temperature',
  quantity: 'Quantity',
  papers: 'Papers',
  wrongGoods: 'Wrong goods',
  expiry: 'Expiry',
  sealBroken: 'Seal broken',
};
