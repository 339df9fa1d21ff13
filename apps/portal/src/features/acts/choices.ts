/** Lists that ids are chosen from. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../lib/api.js';
import { readRecords, type RecordOf, type ShownType } from '../../lib/records.js';
import { ENTERPRISES, nameAmong, type Enterprise } from '../../lib/use-enterprises.js';
import { useValueText } from '../../ui/use-value-text.js';
import type { LeafKind } from '../../lib/act-form/leaf-kinds.js';
import type { About } from './form-context.js';

/** One that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Words {
  readonly enterprises: readonly Enterprise[];
  readonly firm: (id: string) => string;
  readonly word: (value: string) => string;
}
type Load = (words: Words, about: About) => Promise<readonly Choice[]>;

const SHOWN = 8;
const short = (id: string): string => id.slice(0, SHOWN);

const batchLabel = async (batch: string): Promise<string> => {
  const answer = await api.read('batchIdentity', { id: batch }).catch(() => undefined);
  const content = answer?.identity?.content;
  return content === undefined ? short(batch) : `${content.name} · ${content.lot}`;
};

const MAX_BATCHES = 200;
const batches: Load = async ({ word }, about) => {
  if (about.batches !== undefined)
    return Promise.all(about.batches.map(async (value) => ({ value, label: await batchLabel(value) })));
  const [own, held] = await Promise.all([
    api.read('batches', {}, { limit: MAX_BATCHES }),
    api.read('stock', {}, { limit: MAX_BATCHES }),
  ]);
  const kinds = new Map(own.batches.map(({ batch, kind }) => [batch, ` · ${word(kind)}`]));
  const ids = [...new Set([...own.batches, ...held.stock].map(({ batch }) => batch))];
  return Promise.all(
    ids.map(async (batch) => ({
      value: batch,
      label: `${await batchLabel(batch)}${kinds.get(batch) ?? ''}`,
    })),
  );
};

const from =
  <T extends ShownType>(
    type: T,
    choose: (record: RecordOf<T>, words: Words) => Choice | undefined,
    ofBatch = false,
  ): Load =>
  async (words, { batch }) => {
    if (ofBatch && batch === undefined) return [];
    const { records } = await readRecords(type, ofBatch ? { batch } : {});
    return records.map((record) => choose(record, words)).filter((each) => each !== undefined);
  };

const allSites = from('site', ({ value }, { firm }) => ({
  value: value.gln,
  label: `${firm(value.enterprise)} · ${value.name} · ${value.gln}`,
}));
const sites: Load = async (words, about) => {
  const asked = about.sites;
  if (asked === undefined) return allSites(words, about);
  const found = (await api.read('enterprise', { id: asked.of })).sites;
  return found
    .filter(({ gln }) => gln !== asked.but)
    .map(({ gln, name, address }) => ({ value: gln, label: `${name} · ${address} · ${gln}` }));
};

const documents: Load = async ({ word }) =>
  Promise.all(
    (await readRecords('doc')).records.map(async ({ value: { document, kind, batch } }) => ({
      value: document,
      label: `${word(kind)} · ${batch === null ? short(document) : await batchLabel(batch)}`,
    })),
  );

const unitsIn = ({ contents }: RecordOf<'obj'>['value']): number =>
  contents.reduce((sum, { count }) => sum + count, 0);

const LOADS: Partial<Readonly<Record<LeafKind, Load>>> = {
  enterprise: ({ enterprises }) =>
    Promise.resolve(enterprises.map(({ enterprise, name }) => ({ value: enterprise, label: name }))),
  batch: batches,
  gln: sites,
  shipment: from('ship', ({ value }, { firm, word }) => ({
    value: value.shipment,
    label: `${value.noteNo} · ${firm(value.consignor)} → ${firm(value.consignee)} · ${word(value.state)}`,
  })),
  order: from('order', ({ value }, { firm, word }) => ({
    value: value.order,
    label: `${short(value.order)} · ${firm(value.supplier)} · ${word(value.state)}`,
  })),
  stream: from('stream', ({ value }) => ({ value: value.stream, label: `${value.code} · ${value.site}` })),
  drum: from('drum', ({ value }, { word }) => ({
    value: value.drum,
    label: `${short(value.drum)} · ${word(value.kind)} · ${word(value.state)}`,
  })),
  manifest: from('man', ({ value }, { word }) => ({
    value: value.manifest,
    label: `${short(value.manifest)} · ${value.code} · ${word(value.state)}`,
  })),
  document: documents,
  profile: from('prof', ({ value }, { firm }) => ({
    value: value.product,
    label: `${firm(value.owner)} · ${short(value.product)} · ${String(value.edition)}`,
  })),
  approval: from('appr', ({ value }, { firm, word }) => ({
    value: value.entry,
    label: `${firm(value.supplier)} · ${short(value.material)} · ${word(value.standing)}`,
  })),
  material: from('appr', ({ value }, { firm }) => ({
    value: value.material,
    label: `${short(value.material)} · ${firm(value.supplier)}`,
  })),
  packedIn: from(
    'obj',
    ({ value }, { word }) =>
      value.state === 'packed'
        ? {
            value: value.code,
            label: `${word(value.kind)} · ${short(value.code)} · ${String(unitsIn(value))}`,
          }
        : undefined,
    true,
  ),
  qualityRecord: from(
    'qa',
    ({ value }, { word }) => ({ value: value.cmd, label: `${word(value.kind)} · ${short(value.cmd)}` }),
    true,
  ),
};

const distinct = (choices: readonly Choice[]): Choice[] => [
  ...new Map(choices.map((choice) => [choice.value, choice])).values(),
];

/** What can be chosen for a kind of id. */
export const useChoices = (kind: LeafKind, about: About): UseQueryResult<readonly Choice[]> => {
  const cache = useQueryClient();
  const word = useValueText();
  return useQuery({
    queryKey: ['choices', kind, about, word('inProcess')],
    queryFn: async () => {
      const enterprises = await cache.query(ENTERPRISES);
      const words = { enterprises, firm: nameAmong(enterprises), word };
      return distinct((await LOADS[kind]?.(words, about)) ?? []);
    },
  });
};
