import { canonicalLink } from '@yaosu/chaincode/model/code/gs1/canonical-link';
import type { ReactElement } from 'react';
import { useSignedIn } from '../../lib/session.js';
import { Site } from '../../ui/site.js';

const LOCATION = /^https:\/\/id\.gs1\.org\/414\/(\d{13})$/;

/** A place: an own site by its name, others by their GLN or as they were written. */
export const Place = ({ id }: { readonly id: string | undefined }): ReactElement => {
  const { enterprise } = useSignedIn();
  if (id === undefined) return <>–</>;
  const [, gln] = LOCATION.exec(canonicalLink(id) ?? '') ?? [];
  return gln === undefined ? <>{id}</> : <Site of={enterprise} gln={gln} />;
};
