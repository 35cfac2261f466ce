import { parseEmail } from "../parse-email"

const LOCAL_64 = "a".repeat(64)
const DOMAIN_189 = `${"b".repeat(62)}.${"c".repeat(61)}.${"d".repeat(61)}.de`

describe("parseEmail", () => {
  it.each([
    ["jane@example.com", "jane@example.com"],
    ["  Jane@Example.COM  ", "jane@example.com"],
    ["A@x.com", "a@x.com"],
    ["a@X.com", "a@x.com"],
    ["jane.doe+shop@mail.example.co.uk", "jane.doe+shop@mail.example.co.uk"],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ["jane@xn--bcher-kva.example", "jane@xn--bcher-kva.example"],
    ["jane@xn--e1afmkfd.xn--p1ai", "jane@xn--e1afmkfd.xn--p1ai"],
    [`${LOCAL_64}@${DOMAIN_189}`, `${LOCAL_64}@${DOMAIN_189}`],
  ])("reads %j as %s", (typed, value) => {
    expect(parseEmail(typed)).toEqual({ value })
  })

  it.each<[string, unknown]>([
    ["a list", "a@x.com,b@y.com"],
    ["a list with a semicolon", "a@x.com;b@y.com"],
    ["two addresses", "a@x.com b@y.com"],
    ["a header injection", "a@x.com\r\nBcc: evil@x.com"],
    ["a trailing line break", "a@x.com\n"],
    ["a leading tab", "\ta@x.com"],
    ["a NUL suffix", "a@x.com\u0000"],
    ["a DEL", "a@x.com\u007f"],
    ["a quoted name", '"a"@x.com'],
    ["a quoted name that misroutes", '"a@evil.com x"@x.com'],
    ["a display name", "Jane <a@x.com>"],
    ["angle brackets", "<a@x.com>"],
    ["a comment", "a(comment)@x.com"],
    ["a comment behind", "a@x.com(comment)"],
    ["a mailto: URI", "mailto:a@x.com"],
    ["a percent route", "a%evil.com@x.com"],
    ["a bang path", "evil!a@x.com"],
    ["a source route", "@evil.com:a@x.com"],
    ["two at signs", "a@evil.com@x.com"],
    ["a backslash", "a\\@x.com"],
    ["a Cyrillic homoglyph", "\u0430dmin@x.com"],
    ["a Turkish dotless i", "m\u0131ke@x.com"],
    ["a Kelvin sign", "mi\u212ae@x.com"],
    ["a fullwidth at sign", "a\uff20x.com"],
    ["a fullwidth letter", "\uff41@x.com"],
    ["an international domain", "a@b\u00fccher.example"],
    ["an ideographic full stop", "a@x\u3002com"],
    ["a bidirectional override", "a@x.com\u202e"],
    ["a zero-width space", "a\u200b@x.com"],
    ["a no-break space", "a@x.com\u00a0"],
    ["a trailing dot", "a@x.com."],
    ["a leading dot", ".a@x.com"],
    ["a dot before the at sign", "a.@x.com"],
    ["two dots", "a..b@x.com"],
    ["two dots in the domain", "a@x..com"],
    ["a domain that begins with a hyphen", "a@-x.com"],
    ["a domain that ends with a hyphen", "a@x-.com"],
    ["a label of 64 characters", `a@${"x".repeat(64)}.com`],
    ["a punycode top level that ends with a hyphen", "a@x.xn--a-"],
    ["an IP address", "a@127.0.0.1"],
    ["an IP literal", "a@[127.0.0.1]"],
    ["a host without dot", "a@localhost"],
    ["no name", "@x.com"],
    ["no domain", "a@"],
    ["no at sign", "a.x.com"],
    ["a name of 65 characters", `a${LOCAL_64}@x.com`],
    ["an address of 255 characters", `${LOCAL_64}@d${DOMAIN_189}`],
    ["a million characters", `${"a".repeat(1_000_000)}@x.com`],
    ["an inner space", "a @x.com"],
    ["an array", ["a@x.com"]],
    ["an array of two", ["a@x.com", "b@y.com"]],
    ["an object", { $ne: 1 }],
    ["a String object", Object("a@x.com")],
    ["a number", 1],
    ["null", null],
    ["undefined", undefined],
    ["nothing", ""],
    ["only spaces", "   "],
  ])("refuses %s", (_name, typed) => {
    const { value, fault } = parseEmail(typed)
    expect(value).toBeUndefined()
    expect(fault).toMatch(/^[A-Z].*\.$/)
  })

  it("suggests the punycode form for an international domain", () => {
    expect(parseEmail("a@b\u00fccher.example").fault).toContain("punycode")
  })

  it("repeats nothing of the input in its message", () => {
    expect(parseEmail("evil-input").fault).not.toContain("evil-input")
  })
})
