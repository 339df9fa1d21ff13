import type { MatterName } from '../api/waiting.js';
import type { ReadRequest } from '../http/read-handler.js';

/** Who asks what waits. */
export type Asking = Pick<ReadRequest<'waiting'>, 'caller' | 'services'>;

/** How much there is of some matters. */
export type Counts = readonly (readonly [MatterName, number])[];

/** Counts those of the matters that come from one source. */
export type Count = (asking: Asking, names: readonly MatterName[]) => Promise<Counts>;
