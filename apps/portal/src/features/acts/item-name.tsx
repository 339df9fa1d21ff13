import type { ReactElement } from 'react';
import { BatchLabel } from '../../ui/batch-label.js';
import type { Draft } from '../../lib/act-form/draft.js';

interface Props {
  readonly label: string;
  readonly number: number;
  readonly item: Draft;
}

const batchOf = (item: Draft): string => {
  const batch = typeof item === 'object' && item !== null ? (item as { readonly batch?: Draft }).batch : '';
  return typeof batch === 'string' ? batch : '';
};

/** What an item of a list is called: its number, and the batch that it is about. */
export const ItemName = ({ label, number, item }: Props): ReactElement => {
  const batch = batchOf(item);
  return (
    <>
      {`${label} ${String(number)}`}
      {batch !== '' && (
        <>
          {' · '}
          <BatchLabel id={batch} />
        </>
      )}
    </>
  );
};
