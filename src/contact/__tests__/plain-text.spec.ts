import { plainText } from "../plain-text"

describe("plainText", () => {
  it.each([
    ["48 29\u202f17", "48 29 17"],
    ["\u202d482917\u202c", "482917"],
    ["4\u00ad8\u200b2\u20609\ufeff17", "482917"],
    ["48\u201329\u221217", "48-29-17"],
    ["\u0664\u0668\u0662\u0669\u0661\u0667", "482917"],
    ["\u06f4\u06f8\u06f2\u06f9\u06f1\u06f7", "482917"],
    ["\u096a\u096e\u0968\u096f\u0967\u096d", "482917"],
    ["\uff14\uff18\uff12\uff19\uff11\uff17", "482917"],
    ["\u{1d7d2}\u{1d7e0}\u{1d7e4}\u{1d7f5}\u{1d7f7}\u{1d7fd}", "482917"],
    ["\uff21\uff42\uff03\uff0b\uff20", "Ab#+@"],
    ["Jos\u00e9 \u00bd \u2462", "Jos\u00e9 \u00bd \u2462"],
    ["a\u0000\n\t", "a\u0000\n\t"],
  ])("writes %j as %j", (typed, plain) => {
    expect(plainText(typed)).toBe(plain)
  })

  it("gives every decimal digit of Unicode its value", () => {
    const digits = Array.from({ length: 0x11_0000 }, (_, point) => point)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      .filter((character) => /\p{Nd}/u.test(character))
    const plain = digits.map(plainText).join("")
    expect(digits.length).toBeGreaterThan(600)
    expect(plain).toBe("0123456789".repeat(digits.length / 10))
  })
})
