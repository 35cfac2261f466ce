import ipaddr from "ipaddr.js"

/** Groups of an IPv6 address that name a customer's network: a /64. */
const NETWORK_GROUPS = 4

/**
 * What the per-IP limit counts: an IPv4 address, or the /64 that an IPv6 customer has to themselves.
 *
 * @example clientNetwork("2001:db8:1:2:3::4") // "2001:db8:1:2"
 */
export function clientNetwork(ip: string): string {
  if (!ipaddr.isValid(ip)) {
    return ip
  }
  // IPv4 that is written as IPv6 becomes IPv4.
  const address = ipaddr.process(ip)
  return address instanceof ipaddr.IPv6
    ? address.parts
        .slice(0, NETWORK_GROUPS)
        .map((group) => group.toString(16))
        .join(":")
    : address.toString()
}
