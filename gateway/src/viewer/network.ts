import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

/** Of an IPv6 address, what a household or a host is given; the rest its owner chooses at will. */
const householdGroups = 4;

/** Most requests come over connections from which others came before. */
const known = new LRUCache<string, string>({ max: 10_000 });

/**
 * The part of an address that belongs to one household: all of IPv4, the first 64 bits of IPv6, of which anybody can
 * make addresses at will. Limits count by it.
 */
export function networkOf(address: string): string {
  const before = known.get(address);
  if (before !== undefined) return before;
  const network = householdOf(address);
  // A proxy's header may hold any text, of any length.
  if (address.length <= longestAddress) known.set(address, network);
  return network;
}

/** An IPv6 address that ends in IPv4 and names its zone. */
const longestAddress = 64;

function householdOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  // An IPv4 address in IPv6's clothes is the IPv4 address.
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const groups = parsed.parts.slice(0, householdGroups).map((group) => group.toString(16));
  return `${groups.join(":")}::`;
}
