import { parseKnownContact, parseNewContact } from "../contact-kinds"

const US = { default_country: "US", allowed_countries: ["US"] }

describe("parseKnownContact", () => {
  it.each([
    ["(213) 373-4253", "+12133734253"],
    ["+4915123456789", "+4915123456789"],
    ["\u202a+12133734253\u202c", "+12133734253"],
    // Each was valid once.
    ["+5215512345678", "+5215512345678"],
    ["+52 1 55 1234 5678", "+5215512345678"],
    ["00225 07-12-34-56", "+22507123456"],
    ["+19002345678", "+19002345678"],
  ])("reads the phone %j as %s", (stored, value) => {
    expect(parseKnownContact("phone", stored, US)).toEqual({ value })
  })

  it.each([
    ["n/a"],
    [""],
    ["+0123456789"],
    ["+1213373"],
    ["call +12133734253"],
    ["+12133734253 ext. 5"],
    ["+1234567890123456"],
    [null],
    [["+12133734253"]],
  ])("reads nothing in the phone %j", (stored) => {
    const { value, fault } = parseKnownContact("phone", stored, US)
    expect(value).toBeUndefined()
    expect(fault).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    [" Jane@Example.com ", "jane@example.com"],
    ["r&d@example.com", "r&d@example.com"],
    ["jane@b\u00fccher.example", "jane@xn--bcher-kva.example"],
    ["Jos\u00e9@Example.com", "jos\u00e9@example.com"],
    ["jane.@example.com", "jane.@example.com"],
    ["root@localhost", "root@localhost"],
  ])("reads the e-mail %j as %s", (stored, value) => {
    expect(parseKnownContact("email", stored, US)).toEqual({ value })
  })

  it.each([
    ["a@x.com,b@y.com"],
    ["a@x.com;b@y.com"],
    ["a@x.com b@y.com"],
    ["a@x.com\r\nBcc: evil@x.com"],
    ["Jane <a@x.com>"],
    ['"a"@x.com'],
    ["a@evil.com@x.com"],
    ["a.x.com"],
    ["@x.com"],
    [`${"a".repeat(300)}@x.com`],
    [undefined],
  ])("reads nothing in the e-mail %j", (stored) => {
    expect(parseKnownContact("email", stored, US).value).toBeUndefined()
  })
})

describe("parseNewContact", () => {
  it.each([
    ["phone", "+5215512345678"],
    ["phone", "+4915123456789"],
    ["phone", "+19002345678"],
    ["email", "jos\u00e9@example.com"],
    ["email", "root@localhost"],
  ] as const)("refuses the %s %j", (contact, typed) => {
    expect(parseNewContact(contact, typed, US).value).toBeUndefined()
  })
})
