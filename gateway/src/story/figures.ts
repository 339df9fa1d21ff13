/** The figures that the story expects, written by hand; nothing of them is read from a server. */

/** Act 7: one drum of spent solvent, 200 kg gross when it leaves, 180 kg on the disposer's scales; grams. */
export const WASTE = {
  code: '271-002-02',
  planned: '200000000',
  filled: '182000',
  sent: { gross: '200000', tare: '18000', net: '182000' },
  received: { gross: '180000', tare: '18000', net: '162000' },
  difference: '20000',
  reservedWhileOnTheWay: '182000',
  reservedAfterClosing: '0',
  settledAfterClosing: '162000',
  toleranceEdition: 1,
  reportedTo: ['generator', 'environment'],
} as const;
