/** What runs out beside licences: audits of suppliers, grants, keys, functions of people, calibrations of loggers on board. */
import type { GrantRecord } from '@yaosu/chaincode/model/document/schemas';
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { dayOf } from '@yaosu/chaincode/model/kernel/time';
import type { PageRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { isGood, type Approval } from '@yaosu/chaincode/rules/order/judge-supplier';
import { ASKINGS } from '@yaosu/chaincode/rules/validity/askings';
import { actsOfFunction, actsOfKey, type SignedAct } from '@yaosu/chaincode/rules/validity/asked-of-people';
import type { OpenRecord } from '@yaosu/chaincode/rules/validity/dependences';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { namedOpen, type Asked, type Paper } from './licence-papers.js';
import { recordsNaming } from './queries.js';

const untouched = (acts: readonly SignedAct[]): Paper['blocks'] =>
  acts.map(({ act, effect }) => ({ act, effect, records: [] }));

/** The next audits of suppliers that may deliver. */
const auditPapers = async (db: Database, { enterprise, until }: Asked): Promise<readonly Paper[]> => {
  const rows = await recordsNaming(db, enterprise, ['appr']).execute();
  return rows.flatMap(({ key, value }) => {
    const entry = value as unknown as Approval;
    if (entry.nextAudit > until || !isGood(entry)) return [];
    const audit = { kind: 'supplierAudit', number: entry.material, firm: entry.supplier } as const;
    return [{ ...audit, id: key, key, whose: 'own', validUntil: entry.nextAudit, blocks: [] }];
  });
};

/** Grants that end: those that the firm gave, and those that it reads by. */
const grantPapers = async (db: Database, { enterprise, today, until }: Asked): Promise<readonly Paper[]> => {
  const rows = await recordsNaming(db, enterprise, ['grant']).execute();
  return rows.flatMap(({ key, value }) => {
    const grant = value as unknown as GrantRecord;
    if (grant.until === null || grant.withdrawnAt !== null) return [];
    const validUntil = dayOf(grant.until);
    if (validUntil > until || validUntil < today) return [];
    const isReader = grant.enterprise === enterprise;
    const whose = isReader ? 'partner' : 'own';
    const firm = isReader ? grant.grantedBy.enterprise : grant.enterprise;
    const named = { number: grant.document, firm };
    return [{ ...named, id: key, key, kind: 'documentGrant', whose, validUntil, blocks: [] }];
  });
};

const isGoodOn = ({ revokedAt, notBefore, notAfter }: KeyRecord, today: string): boolean =>
  revokedAt === null && dayOf(notBefore) <= today && dayOf(notAfter) >= today;

/** Whether the same person, or the same kind of machine, has a key that lasts longer. */
const isReplaced = (key: KeyRecord, keys: readonly KeyRecord[]): boolean =>
  keys.some((each) => each.kind === key.kind && each.person === key.person && each.notAfter > key.notAfter);

const endOfAppointment =
  (keys: readonly KeyRecord[], { today, until }: Asked) =>
  (key: KeyRecord): readonly Paper[] =>
    key.appointments.flatMap(({ function: name, notAfter }) => {
      const validUntil = dayOf(notAfter);
      const isKept = keys.some(
        (each) =>
          each.person === key.person &&
          each.appointments.some((held) => held.function === name && held.notAfter > notAfter),
      );
      // A function that ends with its key, or after it, is told by the key.
      if (isKept || validUntil > until || validUntil < today || notAfter >= key.notAfter) return [];
      const named = { kind: 'appointment', number: name, firm: key.enterprise } as const;
      const id = `key~${key.kid}#${name}`;
      const blocks = untouched(actsOfFunction(name));
      return [{ ...named, id, key: `key~${key.kid}`, whose: 'own', validUntil, blocks }];
    });

/** Keys of the firm and functions of its people that end and are not given anew. */
const keyPapers = async (db: Database, asked: Asked): Promise<readonly Paper[]> => {
  const { enterprise, today, until } = asked;
  const rows = await db
    .selectFrom('keys')
    .innerJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`'key~' || ${sql.ref('keys.kid')}`),
    )
    .select('records.value')
    .where('keys.enterprise', '=', enterprise)
    // An invitation is meant to end, and is not given anew.
    .where(sql<boolean>`records.value ->> 'onlyFor' is null`)
    .execute();
  const keys = rows.map(({ value }) => value as unknown as KeyRecord).filter((key) => isGoodOn(key, today));
  const ending = keys.filter((key) => dayOf(key.notAfter) <= until && !isReplaced(key, keys));
  const ends = ending.map((key): Paper => {
    const id = `key~${key.kid}`;
    const functions = key.appointments.map((held) => held.function);
    const blocks = untouched(actsOfKey(functions));
    const named = { kind: 'key', number: key.kid, functions, firm: key.enterprise } as const;
    return { ...named, id, key: id, whose: 'own', validUntil: dayOf(key.notAfter), blocks };
  });
  return [...ends, ...keys.flatMap(endOfAppointment(keys, asked))];
};

/** Calibrations of loggers on loads that are on their way, as the last page of each says. */
const calibrationPapers = async (
  db: Database,
  { enterprise, until }: Asked,
  open: readonly OpenRecord[],
): Promise<readonly Paper[]> => {
  const loads = open.flatMap((each) => (each.type === 'ship' ? [each] : []));
  if (loads.length === 0) return [];
  const { rows } = await sql<{ readonly key: string; readonly value: PageRecord }>`
    select distinct on (value ->> 'logger') key, value from records
    where type = 'page' and value ->> 'shipment' = any(${loads.map(({ value }) => value.shipment)}::text[])
    order by value ->> 'logger', (value ->> 'sequence')::int desc`.execute(db);
  return rows.flatMap(({ key, value: { logger, shipment, calibratedUntil, reporter } }) => {
    const load = loads.find(({ value }) => value.shipment === shipment);
    if (calibratedUntil > until || load === undefined) return [];
    const records = [{ ...namedOpen(load), isNext: true }];
    const blocks = ASKINGS.calibration.map(({ act, effect }) => ({ act, effect, records }));
    const named = { kind: 'calibration', number: logger, firm: reporter.enterprise } as const;
    const whose = reporter.enterprise === enterprise ? 'own' : 'partner';
    return [{ ...named, id: key, key, whose, validUntil: calibratedUntil, blocks }];
  });
};

/** All of them that end until the day asked for. */
export const otherPapers = async (
  db: Database,
  asked: Asked,
  open: readonly OpenRecord[],
): Promise<readonly Paper[]> =>
  (
    await Promise.all([
      auditPapers(db, asked),
      grantPapers(db, asked),
      keyPapers(db, asked),
      calibrationPapers(db, asked, open),
    ])
  ).flat();
