import type { ManifestRecord } from '../../model/waste/manifest-schemas.js';

/** Enterprises that a manifest concerns: whose waste it is, who carries or carried it, and where it goes. */
export const partiesOf = ({
  generator,
  carriers,
  disposer,
}: Pick<ManifestRecord, 'generator' | 'carriers' | 'disposer'>): readonly string[] => [
  generator,
  ...carriers,
  disposer,
];
