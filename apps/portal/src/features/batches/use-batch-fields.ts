import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useEnterprises } from '../../lib/use-enterprises.js';
import { useHeldBatches } from './use-held-batches.js';
import { batchDraft, type BatchDraft } from '../../lib/batch-draft.js';

const EMPTY = {
  name: '',
  product: '',
  lot: '',
  specification: '',
  kind: 'startingMaterial',
  mah: '',
  made: '',
  receivedFrom: '',
  site: '',
  unit: 'KGM',
  storage: 'ambient',
  control: 'none',
  manufactured: '',
  usableUntil: '',
};
type Fields = typeof EMPTY;

/** Properties of one input. */
export interface Field {
  readonly label: string;
  readonly value: string;
  readonly error: string | false;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
}

/** What can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** State of the form of a new batch. */
export interface BatchFields {
  readonly field: (name: keyof Fields) => Field;
  /** The enterprise's own sites, to choose from. */
  readonly sites: Option[];
  readonly mahs: Option[];
  /** Batches that the own enterprise holds, of which this may be the own lot. */
  readonly held: Option[];
  /** The draft, or undefined after marking the fields that are wrong. */
  readonly check: () => BatchDraft | undefined;
}

/** Fields of a new batch; the first own site is taken until another is chosen. */
export const useBatchFields = (enterprise: string, initial: BatchDraft | undefined): BatchFields => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Fields>(initial ?? EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set());
  const { data: own } = useQuery({
    queryKey: ['enterprise', enterprise],
    queryFn: () => api.read('enterprise', { id: enterprise }),
  });
  const sites = (own?.sites ?? []).map((site) => ({ value: site.gln, label: `${site.name} · ${site.gln}` }));
  const held = useHeldBatches(enterprise);
  const mahs = useEnterprises()
    .filter(({ roles }) => roles.includes('mah'))
    .map(({ enterprise: id, name }) => ({ value: id, label: name }));
  const none = { value: '', label: t('batches.none_') };
  const fields = { ...typed, site: typed.site === '' ? (sites[0]?.value ?? '') : typed.site };
  return {
    sites,
    mahs: [none, ...mahs],
    held: [none, ...held],
    field: (name) => ({
      label: t(`batches.${name}`),
      value: fields[name],
      error: wrong.has(name) && t('batches.wrong'),
      onChange: ({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value })),
    }),
    check: () => {
      const parsed = batchDraft.safeParse(fields);
      setWrong(new Set(parsed.error?.issues.map((issue) => issue.path[0] ?? '') ?? []));
      return parsed.data;
    },
  };
};
