import { migration } from "@campus-graph/kit/sql/migrations";

/** Where a session was signed in, for its owner alone: the device's own words and its address, sealed. */
export const sessionDevices = migration("Identity0016SessionDevices", [
  `create table session_device (
    sid text primary key,
    client text not null,
    device text not null,
    since timestamptz not null,
    seen_at timestamptz not null
  )`,
  "create index session_device_use on session_device (seen_at)",
]);
