import { clientNetwork } from "../buckets"

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2:3::4", "2001:db8:1:2"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:db8:0:0:1::", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
  ["unknown", "unknown"],
])("clientNetwork counts %s as %s", (ip, network) => {
  expect(clientNetwork(ip)).toBe(network)
})

it("clientNetwork is the same for all addresses of one IPv6 network and differs for the next one", () => {
  const own = ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"]
  expect(new Set(own.map(clientNetwork)).size).toBe(1)
  expect(clientNetwork("2001:db8:1:3::1")).not.toBe(clientNetwork(own[0]))
})
