import { gsm7Length } from "../sms"
import { ENGLISH } from "../language"
import { durationIn } from "../phrases"
import { shopHost, singleLine } from "../text"

describe("durationIn", () => {
  it.each([
    [1, "1 minute"],
    [2, "2 minutes"],
    [15, "15 minutes"],
    [59, "59 minutes"],
    [60, "1 hour"],
    [90, "90 minutes"],
    [120, "2 hours"],
    [1440, "24 hours"],
  ])("says %i minutes as %s", (minutes, words) => {
    expect(durationIn(ENGLISH, minutes)).toBe(words)
  })
})

describe("gsm7Length", () => {
  it.each([
    ["", 0],
    ["@shop.example.com #482917", 25],
    ["€[]{}\\^~|", 18],
    ["`", Infinity],
    ["\u2019", Infinity],
    ["😀", Infinity],
    ["\t", Infinity],
  ])("counts %j as %d septets", (text, septets) => {
    expect(gsm7Length(text)).toBe(septets)
  })

  it("knows the 127 characters of the basic table, without its escape", () => {
    const all = Array.from({ length: 0x3aa }, (_, code) =>
      String.fromCharCode(code)
    )
    expect(all.filter((character) => gsm7Length(character) === 1)).toHaveLength(
      127
    )
  })
})

describe("shopHost", () => {
  it.each([
    ["https://shop.example.com", "shop.example.com"],
    ["https://shop.example.com:8000/de?x=1#y", "shop.example.com"],
    ["http://user:secret@SHOP.example.com/", "shop.example.com"],
    ["http://localhost:8000", "localhost"],
    ["https://b\u00fccher.example", "xn--bcher-kva.example"],
    ["shop.example.com", undefined],
    ["https://", undefined],
    ["mailto:a@shop.example.com", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("reads from %j the host %s", (url, host) => {
    expect(shopHost(url)).toBe(host)
  })
})

describe("singleLine", () => {
  it.each([
    ["Your code", "Your code"],
    ["Your code\r\nBcc: evil@x.com", "Your code Bcc: evil@x.com"],
    ["a\nb\rc\u0000d\u0085e\u2028f\u2029g\th", "a b c d e f g h"],
    ["  a \r\n\r\n b  ", "a b"],
    ["\r\n", ""],
    ["\u0100rsta kod", "\u0100rsta kod"],
  ])("puts %j on one line", (text, line) => {
    expect(singleLine(text)).toBe(line)
  })

  it("cuts after 200 characters and divides none", () => {
    expect(singleLine("😀".repeat(300))).toBe("😀".repeat(200))
  })
})
