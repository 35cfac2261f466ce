import { parseOptions, testContactOf } from ".."

const CODE = { code: "424242", valid_until: "2999-12-31" }
const parse = (test_contacts: unknown, more: object = {}) =>
  parseOptions({ ...more, test_contacts }, {})

function refusal(test_contacts: unknown, more?: object): string {
  try {
    parse(test_contacts, more)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("The options were accepted")
}

describe("test_contacts", () => {
  it("are kept in their normal form, a day to its end", () => {
    const { test_contacts } = parse(
      [
        {
          contact: "(213) 373-4253",
          code: "42 42 42",
          valid_until: "2999-12-31",
        },
        {
          contact: " Reviewer@Example.com ",
          code: "111111",
          valid_until: "2999-12-31T12:00:00+02:00",
        },
      ],
      { phone: { default_country: "US" } }
    )
    expect(test_contacts).toEqual([
      {
        contact: "+12133734253",
        code: "424242",
        valid_until: new Date("2999-12-31T23:59:59.999Z"),
      },
      {
        contact: "reviewer@example.com",
        code: "111111",
        valid_until: new Date("2999-12-31T10:00:00Z"),
      },
    ])
  })

  it.each<[string, object, string, RegExp]>([
    [
      "no date",
      { contact: "a@example.com", code: "424242" },
      "valid_until",
      /expected a date such as 2026-12-31, after which/,
    ],
    [
      "another date than ISO 8601",
      { contact: "a@example.com", ...CODE, valid_until: "31.12.2026" },
      "valid_until",
      /expected a date/,
    ],
    [
      "a day that there is not",
      { contact: "a@example.com", ...CODE, valid_until: "2027-02-30" },
      "valid_until",
      /expected a date/,
    ],
    [
      "a code of another length",
      { contact: "a@example.com", ...CODE, code: "4242" },
      "code",
      /otpLength 6, otpCharset "numeric"/,
    ],
    [
      "a code of other characters",
      { contact: "a@example.com", ...CODE, code: "ABCDEF" },
      "code",
      /otpCharset "numeric"/,
    ],
    [
      "a number as the code",
      { contact: "a@example.com", ...CODE, code: 424242 },
      "code",
      /expected string/,
    ],
    [
      "what is no contact",
      { contact: "+1 555", ...CODE },
      "contact",
      /Enter a valid phone number/,
    ],
  ])("refuse %s", (_what, entry, field, words) => {
    const message = refusal([entry])
    expect(message).toMatch(words)
    expect(message).toContain(`→ at test_contacts[0].${field}`)
    expect(message).not.toMatch(/a@example|424242/)
  })

  it("refuse the same contact in another spelling", () => {
    const both = ["A@example.com", "a@EXAMPLE.com"]
    const message = refusal(both.map((contact) => ({ contact, ...CODE })))
    expect(message).toContain("→ at test_contacts[1].contact")
    expect(message).not.toContain("→ at test_contacts[0]")
  })

  it("refuse a phone of a country that the store does not accept", () => {
    expect(
      refusal([{ contact: "+12133734253", ...CODE }], {
        phone: { allowed_countries: ["DE"] },
      })
    ).toContain("→ at test_contacts[0].contact")
  })

  it("take a code of the store's own charset and length in any letter case", () => {
    const more = { otpCharset: "alphanumeric", otpLength: 8 }
    const entry = { contact: "a@example.com", ...CODE, code: "test-7777" }
    expect(refusal([{ ...entry, code: "test-0000" }], more)).toContain("code")
    expect(parse([entry], more).test_contacts[0].code).toBe("TEST7777")
  })
})

describe("testContactOf", () => {
  const soon = new Date(Date.now() + 60_000).toISOString()
  const options = parse([
    { contact: "a@example.com", ...CODE, valid_until: soon },
    { contact: "old@example.com", ...CODE, valid_until: "2020-01-01" },
  ])

  it("finds a contact in any letter case until its date, and no other one", () => {
    const found = ["A@Example.com", "old@example.com", "b@example.com"]
    expect(found.map((to) => testContactOf(options, to)?.code)).toEqual([
      "424242",
      undefined,
      undefined,
    ])
  })
})
