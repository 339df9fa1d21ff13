import type { ReactElement } from 'react';
import { useEnterpriseName } from '../lib/use-enterprises.js';

/** An enterprise by its name; the id on hover. */
export const Firm = ({ id }: { readonly id: string | null }): ReactElement => {
  const nameOf = useEnterpriseName();
  return id === null ? <>–</> : <span title={id}>{nameOf(id)}</span>;
};
