import type { ReactElement } from 'react';
import { useBatchLabel } from './use-batch-label.js';

/** A batch by name, without a way to its page. */
export const BatchLabel = ({ id }: { readonly id: string }): ReactElement => <>{useBatchLabel(id).label}</>;
