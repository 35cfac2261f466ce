import { getCountries, getExampleNumber } from "libphonenumber-js/max"
import examples from "libphonenumber-js/examples.mobile.json"
import { parsePhone, type PhoneRules } from "../parse-phone"

const US: PhoneRules = { default_country: "US" }
const DE: PhoneRules = { default_country: "DE" }

describe("parsePhone", () => {
  it.each<[string, PhoneRules, string]>([
    ["+12133734253", {}, "+12133734253"],
    ["+1 213 373 4253", {}, "+12133734253"],
    ["+1(213)373-4253", {}, "+12133734253"],
    ["(+1) 213.373.4253", {}, "+12133734253"],
    ["  +1 (213) 373-4253  ", {}, "+12133734253"],
    ["+1/213/373/4253", {}, "+12133734253"],
    ["0012133734253", {}, "+12133734253"],
    ["00 1 213 373 4253", US, "+12133734253"],
    ["011 1 213 373 4253", US, "+12133734253"],
    ["(213) 373-4253", US, "+12133734253"],
    ["1 213 373 4253", US, "+12133734253"],
    ["030 901820", DE, "+4930901820"],
    ["+49 (0)30 901820", {}, "+4930901820"],
    ["0049 30 901820", {}, "+4930901820"],
    ["0049 (0)30 901820", DE, "+4930901820"],
    ["0151 23456789", DE, "+4915123456789"],
    ["+12133734253", DE, "+12133734253"],
    ["+44 7912 345678", {}, "+447912345678"],
    ["+5491123456789", {}, "+5491123456789"],
    ["+390612345678", {}, "+390612345678"],
    // As the contacts of a phone paste it.
    ["\u202d+1 213-373-4253\u202c", {}, "+12133734253"],
    ["\u202e+12133734253", {}, "+12133734253"],
    ["\u200e+12133734253", {}, "+12133734253"],
    ["+1213\u200b3734253", {}, "+12133734253"],
    ["\ufeff+12133734253", {}, "+12133734253"],
    ["+1\u00a0213\u202f373\u30004253", {}, "+12133734253"],
    ["+1213\u20133734\u2212253", {}, "+12133734253"],
    ["+1213\u20113734\u2010253", {}, "+12133734253"],
    [
      "\uff0b\uff11\uff12\uff11\uff13\uff13\uff17\uff13\uff14\uff12\uff15\uff13",
      {},
      "+12133734253",
    ],
    [
      "+\u0661\u0662\u0661\u0663\u0663\u0667\u0663\u0664\u0662\u0665\u0663",
      {},
      "+12133734253",
    ],
    [
      "+\u06f1\u06f2\u06f1\u06f3\u06f3\u06f7\u06f3\u06f4\u06f2\u06f5\u06f3",
      {},
      "+12133734253",
    ],
    [
      "\uff08\u0968\u0967\u0969\uff09\u0969\u096d\u0969\u096a\u0968\u096b\u0969",
      US,
      "+12133734253",
    ],
  ])("reads %j under %j as %s", (typed, rules, value) => {
    expect(parsePhone(typed, rules)).toEqual({ value })
  })

  it("reads every spelling of a number as the same value", () => {
    const spellings = [
      "+12133734253",
      "+1 213 373 4253",
      "+1(213)373-4253",
      "001-213-373-4253",
      "213.373.4253",
      "1 213 373 4253",
    ]
    const values = spellings.map((typed) => parsePhone(typed, US).value)
    expect(new Set(values)).toEqual(new Set(["+12133734253"]))
  })

  it.each<[string, unknown]>([
    ["prose around the number", "call +12133734253 now"],
    ["text behind the number", "+12133734253 please"],
    ["a NUL suffix", "+12133734253\u0000"],
    ["a NUL suffix and text", "+12133734253\u0000abc"],
    ["a tel: URI", "tel:+12133734253"],
    ["a tel: URI with context", "tel:2133734253;phone-context=+1"],
    ["an RFC 3966 extension", "+12133734253;ext=1"],
    ["a long RFC 3966 extension", "+12133734253;ext=999"],
    ["an x extension", "+12133734253x9"],
    ["a spaced x extension", "+1 213 373 4253 x9"],
    ["an ext. extension", "+12133734253 ext. 5"],
    ["a # extension", "+12133734253#5"],
    ["a comma extension", "+12133734253,5"],
    ["two numbers", "+12133734253,+12133734254"],
    ["two pluses", "++12133734253"],
    ["an inner plus", "+1213+3734253"],
    ["a line break", "+12133734253\r\n"],
    ["a leading line break", "\n+12133734253"],
    ["a tab", "+1\t2133734253"],
    ["a superscript digit", "+1213373425\u00b3"],
    ["a number in a circle", "+1213373425\u2462"],
    ["letters on the keypad", "+1800FLOWERS"],
    ["more than 40 characters", `+1${" ".repeat(40)}2133734253`],
    ["a million digits", "1".repeat(1_000_000)],
    ["a million spaces", " ".repeat(1_000_000)],
    ["an array", ["+12133734253"]],
    ["an array of two", ["+12133734253", "+12133734254"]],
    ["an object", { $ne: 1 }],
    ["a String object", Object("+12133734253")],
    ["a number", 12133734253],
    ["null", null],
    ["undefined", undefined],
    ["a boolean", true],
    ["nothing", ""],
    ["only spaces", "   "],
    ["only a plus", "+"],
    ["only punctuation", "()-./"],
    ["no plus without a default country", "2133734253"],
    ["a country code without plus or default country", "12133734253"],
    ["too few digits", "+1213373"],
    ["too many digits", "+121337342530"],
    ["an impossible length", "+4912133"],
    ["an unassigned country code", "+99912345678"],
    ["an unassigned area code", "+11113734253"],
    ["an emergency number", "112"],
  ])("refuses %s", (_name, typed) => {
    const { value, fault } = parsePhone(typed)
    expect(value).toBeUndefined()
    expect(fault).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    ["premium rate +1 900", "+19002345678"],
    ["international premium rate +979", "+979123456789"],
    ["German premium rate", "+499001234567"],
    ["toll free +1 800", "+18002345678"],
    ["international toll free +800", "+80012345678"],
    ["shared cost", "+4918012345678"],
    ["international shared cost +808", "+80812345678"],
    ["a company number", "+443001234567"],
    ["a virtual number", "+445612345678"],
    ["a pager", "+447612345678"],
    ["a forwarding number", "+447012345678"],
    ["Inmarsat +870", "+870773111632"],
    ["universal personal +878", "+878101234567890"],
    ["satellite +881", "+881612345678"],
    ["international network +882", "+882161234567"],
    ["international network +883", "+883510012345678"],
    ["disaster relief +888", "+8881234567"],
  ])("refuses %s", (_name, typed) => {
    expect(parsePhone(typed).value).toBeUndefined()
  })

  it.each<[string, PhoneRules]>([
    // 4915… is a German number either way: with 49 as its country code, or as its area code.
    ["4915123456789", DE],
    // In Australia 0011 is the international prefix, and 213 3734253 is no Algerian number.
    ["00112133734253", { default_country: "AU" }],
    ["0010012133734253", US],
    ["02133734253", US],
    ["+10012133734253", US],
    ["2133734253", { default_country: "XX" }],
    ["2133734253", { default_country: "__proto__" }],
  ])("does not read %j as another number under %j", (typed, rules) => {
    expect(parsePhone(typed, rules).value).toBeUndefined()
  })

  it.each(getCountries())(
    "reads a mobile number of %s in each of its notations",
    (country) => {
      const example = getExampleNumber(country, examples)
      const rules = { default_country: country }
      const e164 = example?.number
      expect(parsePhone(e164).value).toBe(e164)
      expect(parsePhone(example?.formatInternational()).value).toBe(e164)
      expect(parsePhone(example?.formatNational(), rules).value).toBe(e164)
      expect(parsePhone(e164?.replace("+", "00"), rules).value).toBe(e164)
    }
  )

  it("accepts only the countries that the store allows", () => {
    const rules = { allowed_countries: ["DE", "AT"] }
    expect(parsePhone("+4915123456789", rules).value).toBe("+4915123456789")
    expect(parsePhone("+12133734253", rules).value).toBeUndefined()
    expect(parsePhone("+12133734253", { allowed_countries: [] }).fault).toBe(
      "Enter a phone number of a country that this store accepts."
    )
  })

  it("tells countries of one country code apart", () => {
    const rules = { allowed_countries: ["US"] }
    expect(parsePhone("+12133734253", rules).value).toBeDefined()
    expect(parsePhone("+18765431234", rules).value).toBeUndefined()
  })

  it("repeats nothing of the input in its message", () => {
    const inputs = ["<b>4253</b>", "+1213", "+19002345678", "4253"]
    for (const typed of inputs) {
      expect(parsePhone(typed).fault).not.toContain(typed)
    }
  })
})
