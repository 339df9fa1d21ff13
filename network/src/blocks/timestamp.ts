import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { WireWriter } from './wire-writer.js';

const SECOND_MS = 1_000;
const NANOS_PER_MS = 1_000_000;

/** A protobuf timestamp of milliseconds since the epoch. */
export function newTimestamp(milliseconds: number): timestamps.Timestamp {
  return timestamps.Timestamp.fromDate(new Date(milliseconds));
}

/** Milliseconds since the epoch of a protobuf timestamp; 0 without one. */
export function millisecondsOf(time: timestamps.Timestamp | undefined): number {
  return time === undefined ? 0 : time.getSeconds() * SECOND_MS + Math.floor(time.getNanos() / NANOS_PER_MS);
}

/** A timestamp as the fields of a message that is being written. */
export function writeTimestamp(writer: WireWriter, milliseconds: number): void {
  const seconds = Math.floor(milliseconds / SECOND_MS);
  writer.uint(1, seconds);
  writer.uint(2, (milliseconds - seconds * SECOND_MS) * NANOS_PER_MS);
}
