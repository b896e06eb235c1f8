import { expect, it } from "vitest";
import { networkOf } from "../viewer/network.js";

it.for([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:0db8:1:2::9", "2001:db8:1:2::"],
  ["2001:db8::1", "2001:db8:0:0::"],
  ["::1", "0:0:0:0::"],
  ["fe80::1%eth0", "fe80:0:0:0::"],
  ["unknown", "unknown"],
] as const)("counts %s as %s", ([address, network]) => {
  expect(networkOf(address)).toBe(network);
});
