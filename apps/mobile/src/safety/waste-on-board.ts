import { MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import type { Manifest, Reference } from '../shipments/reference.js';

const ON_THE_ROAD: readonly Manifest['state'][] = MANIFEST_ACTS.handOver;

/** Manifests of waste that a firm has on the road. */
export const wasteOnBoard = (
  enterprise: string,
  { manifests }: Pick<Reference, 'manifests'>,
): readonly Manifest[] =>
  manifests.filter(({ carrier, state }) => carrier === enterprise && ON_THE_ROAD.includes(state));
