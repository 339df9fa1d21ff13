/** Where what waits is done. */
import {
  DESK_MATTERS,
  PAPERS_AHEAD_DAYS,
  type DeskMatter,
  type MatterName,
} from '@yaosu/gateway/api/waiting';

const LEADS: Readonly<Record<Exclude<MatterName, DeskMatter>, string>> = {
  batchesInProcess: '/batches',
  ordersToConfirm: '/orders',
  tasksToAnswer: '/tasks?state=offered&side=cdmo',
  deliveriesToAccept: '/tasks?state=delivered&side=client',
  ordersToShip: '/orders',
  shipmentsToLoad: '/shipments',
  shipmentsComing: '/shipments',
  offersToSign: '/shipments/sign',
  shipmentsCarried: '/shipments',
  shipmentsPending: '/shipments',
  stockToInspect: '/batches',
  recallsToAnswer: '/recalls?drill=false',
  drillsToAnswer: '/recalls?drill=true',
  investigations: '/recalls?drill=false',
  drills: '/recalls?drill=true',
  manifestsOpen: '/waste',
  differences: '/waste',
  incidentsToClose: '/incidents?state=open',
  alertsToTriage: '/alerts?state=open',
  codeConflicts: '/codes/conflicts',
  papersEnding: `/validity?days=${String(PAPERS_AHEAD_DAYS)}`,
  disputes: '/disputes',
};

const isAtDesk = (name: MatterName): name is DeskMatter => name in DESK_MATTERS;

/** The page of a matter. */
export const leadOf = (name: MatterName): string =>
  isAtDesk(name) ? `/quality?kind=${DESK_MATTERS[name]}&whose=own` : LEADS[name];

/** Matters of recall drills. */
export const DRILL_MATTERS: readonly MatterName[] = ['drillsToAnswer', 'drills'];
