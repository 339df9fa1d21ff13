/** Act → the EPCIS events that it is. Acts that move, make, mark or end nothing are no events. */
import { commissioned, dispensed, packed, takenBack, takenOut, unpacked } from './code-events.js';
import type { EventsOf } from './own-event.js';
import { accepted, arrived, handedOver, loaded } from './shipment-events.js';
import { bookedIn, destroyed, transformed } from './stock-events.js';
import { wasteAccepted, wasteDeparted, wasteHandedOver } from './waste-events.js';

/** By contract and act, as transactions name them. */
export const EVENTS_OF_ACTS: Readonly<Record<string, EventsOf>> = {
  'Code:commission': commissioned,
  'Code:aggregate': packed,
  'Code:disaggregate': unpacked,
  'Code:dispense': dispensed,
  'Code:recordDispensed': dispensed,
  'Code:reverse': takenBack,
  'Code:decommission': takenOut,
  'Batch:transform': transformed,
  'Stock:receive': bookedIn,
  'Stock:destroy': destroyed,
  'Shipment:load': loaded,
  'Shipment:handOver': handedOver,
  'Shipment:arrive': arrived,
  'Shipment:receive': accepted,
  'Waste:depart': wasteDeparted,
  'Waste:handOver': wasteHandedOver,
  'Waste:accept': wasteAccepted,
};
