/** Licences that run out, with what their end does to what is open. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Licence } from '@yaosu/chaincode/rules/order/judge-supplier';
import { blockedBy, isRenewed } from '@yaosu/chaincode/rules/validity/blocked-by';
import type { OpenRecord } from '@yaosu/chaincode/rules/validity/dependences';
import { sql, type SqlBool } from 'kysely';
import type { PaperView } from '../api/validity.js';
import type { Database } from '../db/open-database.js';

/** A paper before the day of asking is set against it. */
export type Paper = Omit<PaperView, 'daysLeft' | 'functions'> & Partial<Pick<PaperView, 'functions'>>;

/** Who asks, when, and until when it looks ahead. */
export interface Asked {
  readonly enterprise: string;
  readonly today: string;
  readonly until: string;
}

const ID_FIELDS = { order: 'order', ship: 'shipment', task: 'task', man: 'manifest' } as const;

/** Key of an open record. */
const keyOfOpen = ({ type, value }: OpenRecord): string =>
  keyOf(type, (value as unknown as Record<string, string>)[ID_FIELDS[type]] ?? '');

const nameOfOpen = (open: OpenRecord): string | null => {
  if (open.type === 'ship') return open.value.noteNo;
  return open.type === 'man' ? open.value.externalNo : null;
};

/** An open record as the answer names it. */
export const namedOpen = (open: OpenRecord): { readonly key: string; readonly name: string | null } => ({
  key: keyOfOpen(open),
  name: nameOfOpen(open),
});

const licencesOf = async (db: Database, firms: readonly string[]): Promise<readonly Licence[]> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'lic')
    .where(sql<SqlBool>`value ->> 'enterprise' = any(${[...firms]}::text[])`)
    .execute();
  return rows.map(({ value }) => value as unknown as Licence);
};

const rolesByFirm = async (
  db: Database,
  firms: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await db
    .selectFrom('enterprise_roles')
    .select(['enterprise', 'role'])
    .where('enterprise', 'in', firms)
    .execute();
  const roleOf = (firm: string) =>
    rows.filter(({ enterprise }) => enterprise === firm).map(({ role }) => role);
  return new Map(firms.map((firm) => [firm, roleOf(firm)]));
};

/** Licences of the firm and its partners that end until the day asked for and are not renewed. */
export const licencePapers = async (
  db: Database,
  { enterprise, today, until }: Asked,
  { open, partners }: { readonly open: readonly OpenRecord[]; readonly partners: readonly string[] },
): Promise<readonly Paper[]> => {
  const firms = [enterprise, ...partners];
  const [all, roles] = await Promise.all([licencesOf(db, firms), rolesByFirm(db, firms)]);
  return all.flatMap((licence) => {
    const licences = all.filter((each) => each.enterprise === licence.enterprise);
    if (licence.notAfter > until || isRenewed({ licence, licences, today })) return [];
    const holder = { enterprise: licence.enterprise, roles: roles.get(licence.enterprise) ?? [] };
    const key = keyOf('lic', licence.enterprise, licence.number);
    return [
      {
        ...{ id: key, key, kind: licence.kind, number: licence.number },
        ...{ firm: licence.enterprise, validUntil: licence.notAfter },
        whose: licence.enterprise === enterprise ? ('own' as const) : ('partner' as const),
        blocks: blockedBy({ licence, holder, licences, today }, open).map(({ act, effect, records }) => ({
          act,
          effect,
          records: records.map((each) => ({ ...namedOpen(each.open), isNext: each.isNext })),
        })),
      },
    ];
  });
};
