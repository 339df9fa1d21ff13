/** The figures that the story expects, written by hand; nothing of them is read from a server. */

/** Act 1: two lots of starting material, 250 kg each, half a kilogram of each for the samples. */
export const MATERIALS = {
  ordered: '500',
  lot: '250',
  sampled: '0.5',
  usable: '249.5',
  orderState: 'received',
  refusedFor: 'licence',
  alternates: ['linhe-chemical'],
  edges: 1,
} as const;
