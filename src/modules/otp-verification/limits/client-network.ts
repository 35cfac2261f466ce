import { isIPv6 } from "node:net"

/**
 * What the per-IP limit counts: an IPv4 address, or the /64 that an IPv6 customer has to themselves.
 *
 * @example clientNetwork("2001:db8:1:2:3::4") // "2001:db8:1:2"
 */
export function clientNetwork(ip: string): string {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, "")
  if (!isIPv6(address)) {
    return address
  }
  const [head, tail] = address.toLowerCase().split("::")
  const left = head ? head.split(":") : []
  const right = tail ? tail.split(":") : []
  const zeros = Array.from(
    { length: 8 - left.length - right.length },
    () => "0"
  )
  const groups = tail === undefined ? left : [...left, ...zeros, ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")
}
