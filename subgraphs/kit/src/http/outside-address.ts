import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What an address that an outsider gave may name. */
export interface OutsideRules {
  /** Names of hosts, `*.` before one for all beneath it; absent: any public host. */
  hosts?: readonly string[];
  /** Programs on this machine, also over plain http: in the demo and in tests. Never in production. */
  allowsLoopback: boolean;
}

/** Why an outsider's address is not called. */
export class OutsideAddressRefused extends Error {
  override readonly name = "OutsideAddressRefused";

  constructor(readonly code: "NO_ADDRESS" | "NOT_HTTPS" | "HOST_NOT_ALLOWED" | "ADDRESS_NOT_PUBLIC") {
    super(code);
  }
}

/**
 * An address that an outsider gave, as far as it can be judged without asking for it: https at its own port, no names or
 * passwords in it, and a host by its name, one of those listed. What the name leads to is looked at when it is called.
 * Throws {@link OutsideAddressRefused}.
 */
export function readOutsideAddress(given: string, rules: OutsideRules): URL {
  if (!URL.canParse(given)) throw new OutsideAddressRefused("NO_ADDRESS");
  const url = new URL(given);
  if (url.username !== "" || url.password !== "") throw new OutsideAddressRefused("NO_ADDRESS");
  if (rules.allowsLoopback && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== "https:" || url.port !== "") throw new OutsideAddressRefused("NOT_HTTPS");
  // The reader of addresses has made dotted numbers of all the ways to write an IPv4 address.
  if (isIP(bare(url.hostname)) !== 0 || !isListed(url.hostname, rules.hosts))
    throw new OutsideAddressRefused("HOST_NOT_ALLOWED");
  return url;
}

/** Whether the address belongs to a host of the open network, and to no machine, network or tunnel of ours or anybody's. */
export function isPublic(address: string): boolean {
  // An IPv4 address in IPv6's clothes is the IPv4 address.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

export function isLoopback(host: string): boolean {
  const address = bare(host);
  return (
    address === "localhost" || (ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback")
  );
}

function isListed(host: string, hosts: readonly string[] | undefined): boolean {
  if (!host.includes(".") || host.endsWith(".")) return false;
  return (
    hosts?.some((each) => (each.startsWith("*.") ? host.endsWith(each.slice(1)) : host === each)) ?? true
  );
}

/** Without the brackets that an address of IPv6 stands in. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, "");
}
