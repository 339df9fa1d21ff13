/** Changes of a parcel's status: every one is a signed act (GMP 2010, article 112). */
import type { KeyFunction } from '../enterprise/states.js';
import type { ParcelStatus } from './states.js';

const quality: readonly KeyFunction[] = ['qualityManager', 'qualifiedPerson'];
const anyInspector: readonly KeyFunction[] = ['receivingInspector', ...quality];

/** From → to → functions that may sign it; what is not named is forbidden. */
export const INSPECTIONS: Readonly<
  Record<ParcelStatus, Readonly<Partial<Record<ParcelStatus, readonly KeyFunction[]>>>>
> = {
  quarantine: { acceptable: anyInspector, unacceptable: anyInspector, pending: anyInspector },
  returned: { acceptable: quality, unacceptable: anyInspector, pending: anyInspector },
  acceptable: { quarantine: quality, unacceptable: quality, pending: anyInspector },
  pending: { quarantine: quality, acceptable: quality, unacceptable: quality },
  unacceptable: { pending: quality },
};
