/** What the judgement makes of a generated trade, told scan by scan in the order in which scans came. */
import { judgeObject, judgeSighting } from '@yaosu/chaincode/model/alert/judge-sighting';
import type { Alert, History } from '@yaosu/chaincode/model/alert/sighting';
import type { AlertCause, AlertClass } from '@yaosu/chaincode/model/alert/states';
import type { CopyKind } from './copies.js';
import type { Traded } from './generate.js';
import type { Labelled } from './scan.js';

/** Figures of a run. */
export interface Measured {
  readonly scans: number;
  readonly copies: number;
  readonly found: number;
  /** Scans of packs without copies that were ever under an alert, settled later or not. */
  readonly falseAlerts: number;
  readonly standing: number;
  readonly missed: Readonly<Partial<Record<CopyKind, number>>>;
  readonly falseOf: Readonly<Record<string, number>>;
}

const idsOf = ({ sighting, other }: Alert): readonly string[] =>
  other === null ? [sighting.id] : [sighting.id, other.id];

interface Judged {
  /** Sightings that ever were in an alert. */
  readonly named: ReadonlySet<string>;
  /** Sightings that an alert was ever about → class and cause. */
  readonly raised: ReadonlyMap<string, readonly [AlertClass, AlertCause]>;
  readonly standing: number;
}

/** Every scan as it comes, with all that is known by then: it may put itself in doubt, and those after it. */
const judge = ({ scans, custody }: Traded): Judged => {
  const named = new Set<string>();
  const raised = new Map<string, readonly [AlertClass, AlertCause]>();
  const seen: Labelled[] = [];
  const history: History = { sightings: seen, custody, handlers: [] };
  for (const scan of scans) {
    seen.push(scan);
    const doubtful = seen.filter(({ at }) => at >= scan.at);
    for (const alert of doubtful.flatMap((each) => judgeSighting(history, each))) {
      for (const id of idsOf(alert)) named.add(id);
      raised.set(alert.sighting.id, [alert.class, alert.cause]);
    }
  }
  const standing = new Set(judgeObject(history).map(({ sighting }) => sighting.id)).size;
  return { named, raised, standing };
};

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Judges everything. */
export const measure = (traded: readonly Traded[]): Measured => {
  const missed: Record<string, number> = {};
  const falseOf: Record<string, number> = {};
  const sums = { scans: 0, copies: 0, found: 0, falseAlerts: 0, standing: 0 };
  for (const pack of traded) {
    const { named, raised, standing } = judge(pack);
    sums.scans += pack.scans.length;
    sums.copies += pack.copies.length;
    for (const { kind, scans } of pack.copies) {
      if (scans.some(({ id }) => named.has(id))) sums.found += 1;
      else count(missed, kind);
    }
    if (pack.copies.length > 0) continue;
    sums.falseAlerts += raised.size;
    sums.standing += standing;
    for (const [what, cause] of raised.values()) count(falseOf, `${what} ${cause}`);
  }
  return { ...sums, missed, falseOf };
};
