import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';

/** A protobuf timestamp of milliseconds since the epoch. */
export function newTimestamp(milliseconds: number): timestamps.Timestamp {
  return timestamps.Timestamp.fromDate(new Date(milliseconds));
}
