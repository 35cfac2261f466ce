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
    ["r&d@example.com", "r&d@example.com"],
    [
      "A+B!c#d$e%f*g/h=i?j^k_l`m{n|o}p~q@x.com",
      "a+b!c#d$e%f*g/h=i?j^k_l`m{n|o}p~q@x.com",
    ],
    ["jane_@example.com", "jane_@example.com"],
    ["jane@b\u00fccher.example", "jane@xn--bcher-kva.example"],
    ["jane@bu\u0308cher.example", "jane@xn--bcher-kva.example"],
    ["Jane@B\u00dcCHER.example", "jane@xn--bcher-kva.example"],
    [
      "jane@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
      "jane@xn--e1afmkfd.xn--p1ai",
    ],
    ["jane@fa\u00df.de", "jane@xn--fa-hia.de"],
    ["a\uff20x.com", "a@x.com"],
    ["\uff41@x.com", "a@x.com"],
    ["a@x\u3002com", "a@x.com"],
    ["\u202aa@x.com\u202c", "a@x.com"],
    ["a\u200b@x.com", "a@x.com"],
    ["\u00a0a@x.com\u00a0", "a@x.com"],
    ["\ufeffa@x.com", "a@x.com"],
    ["anne\u2011marie\u0661@x.com", "anne-marie1@x.com"],
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
    ["a source route", "@evil.com:a@x.com"],
    ["two at signs", "a@evil.com@x.com"],
    ["a backslash", "a\\@x.com"],
    ["a Cyrillic homoglyph", "\u0430dmin@x.com"],
    ["a Turkish dotless i", "m\u0131ke@x.com"],
    ["a Kelvin sign", "mi\u212ae@x.com"],
    ["a trailing dot", "a@x.com."],
    ["a leading dot", ".a@x.com"],
    ["a dot before the at sign", "a.@x.com"],
    ["two dots", "a..b@x.com"],
    ["two dots in the domain", "a@x..com"],
    ["a domain that begins with a hyphen", "a@-x.com"],
    ["a domain that ends with a hyphen", "a@x-.com"],
    ["a domain in broken punycode", "a@xn--\u00fc.com"],
    ["an international domain of several addresses", "a@b\u00fc.com,b@c.com"],
    ["an international domain with a percent-encoding", "a@b\u00fc%2ecom"],
    ["a name with a letter beyond ASCII", "jos\u00e9@x.com"],
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

  it("says what to do about a name with letters beyond ASCII", () => {
    expect(parseEmail("jos\u00e9@example.com").fault).toContain("before the @")
  })

  it("repeats nothing of the input in its message", () => {
    expect(parseEmail("evil-input").fault).not.toContain("evil-input")
  })
})
