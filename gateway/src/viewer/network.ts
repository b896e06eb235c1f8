import ipaddr from "ipaddr.js";

/** Of an IPv6 address, what a household or a host is given; the rest its owner chooses at will. */
const householdGroups = 4;

/**
 * The part of an address that belongs to one household: all of IPv4, the first 64 bits of IPv6, of which anybody can
 * make addresses at will. Limits count by it.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  // An IPv4 address in IPv6's clothes is the IPv4 address.
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const groups = parsed.parts.slice(0, householdGroups).map((group) => group.toString(16));
  return `${groups.join(":")}::`;
}
