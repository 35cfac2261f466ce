import { contactChangedMessage } from "../contact-changed-message"
import { gsm7Length, SMS_SEPTETS } from "../sms"
import { undoUrl } from "../text"

const SHOP = "https://shop.example.com:8000/de"
const PHONE = "+12*******53"

describe("contactChangedMessage by e-mail", () => {
  const input = { contact: "email", masked_value: "j***@example.com" } as const

  it("has the shop, the masked address and what to do", () => {
    const { subject, html, text } = contactChangedMessage({
      ...input,
      storefront_url: SHOP,
    })
    expect(subject).toBe("Your e-mail address was changed")
    for (const part of [html, text]) {
      expect(part).toContain("on shop.example.com was changed to j***@example")
      expect(part).toContain("contact the shop at once")
      expect(part).toContain("change your password")
      expect(part).not.toContain("8000")
      expect(part).toContain("there is nothing to do")
    }
  })

  it("has the link that undoes the change", () => {
    const url = `${SHOP}/undo-contact-change?token=abc`
    const { html, text } = contactChangedMessage({
      ...input,
      storefront_url: SHOP,
      undo: { url, hours: 72 },
    })
    expect(html).toMatch(/<a href="[^"]+undo-contact-change\?token&#x3D;abc"/)
    expect(html).toContain("Undo the change")
    expect(text).toContain(`\n\n${url}\n\n`)
    for (const part of [html, text]) {
      expect(part).toContain("works once, within 72 hours")
      expect(part).not.toContain("contact the shop")
    }
  })

  it("refuses a link that is a script", () => {
    expect(() =>
      contactChangedMessage({
        ...input,
        undo: { url: "javascript:alert(1)", hours: 1 },
      })
    ).toThrow(/http/)
  })

  it("has no link where the change cannot be undone", () => {
    const { html, text } = contactChangedMessage({
      ...input,
      storefront_url: SHOP,
    })
    expect(html).not.toMatch(/<a\s|href=|https?:\/\/shop/)
    expect(text).not.toContain("://")
  })

  it("omits what it does not know", () => {
    const { html, text } = contactChangedMessage(input)
    for (const part of [html, text]) {
      expect(part).toContain("in our shop")
      expect(part).not.toContain("undefined")
    }
  })

  it("escapes a hostile value", () => {
    const { html, subject } = contactChangedMessage({
      contact: "email",
      masked_value: "<img src=x onerror=alert(1)>{{7*7}}@x",
    })
    expect(html).not.toContain("<img src=x")
    expect(html).toContain("&lt;img src&#x3D;x")
    expect(html).not.toContain("49@x")
    expect(subject).toBe("Your e-mail address was changed")
  })
})

describe("contactChangedMessage by text message", () => {
  it.each([
    ["a host", SHOP],
    ["no host", undefined],
    ["a long host", `https://${"shop.".repeat(20)}example.com`],
    ["the longest host", `https://${`${"a".repeat(61)}.`.repeat(4)}com`],
    ["an international host", "https://bücher-und-käse.example.com"],
  ])("is one segment of GSM-7 with %s", (_what, storefront_url) => {
    const content = contactChangedMessage({
      contact: "phone",
      masked_value: PHONE,
      storefront_url,
    })
    expect(Object.keys(content)).toEqual(["text"])
    expect(gsm7Length(content.text)).toBeLessThanOrEqual(SMS_SEPTETS)
    expect(content.text).toContain(`was changed to ${PHONE}.`)
    expect(content.text).toContain("Not you? Contact the shop at once.")
  })

  const long = (length: number) => `https://${"a".repeat(length - 3)}.io`
  const named = (length: number) =>
    `Your phone number on ${"a".repeat(length - 3)}.io was changed to ${PHONE}. Not you? Contact the shop at once.`
  const unnamed = `Your phone number was changed to ${PHONE}. Not you? Contact the shop at once.`
  const password = "Then set a new password."

  it.each([
    [
      "says all",
      SHOP,
      `${named(16).replace(/a+\.io/, "shop.example.com")} ${password}`,
    ],
    ["says all without a host", undefined, `${unnamed} ${password}`],
    ["still says all", long(50), `${named(50)} ${password}`],
    ["drops the password", long(51), named(51)],
    ["still names the shop", long(75), named(75)],
    ["drops the shop", long(76), `${unnamed} ${password}`],
    [
      "drops a shop it cannot spell",
      "https://a`b.example",
      `${unnamed} ${password}`,
    ],
    [
      "drops a shop for its brackets no more than it must",
      "http://[::1]:9000",
      `${named(5).replace("aa.io", "[::1]")} ${password}`,
    ],
  ])("%s for %s", (_what, storefront_url, text) => {
    expect(
      contactChangedMessage({
        contact: "phone",
        masked_value: PHONE,
        storefront_url,
      })
    ).toEqual({ text })
  })

  const token = "_Zxw0-9aBcDeFgHiJkLmNo"
  const link = (storefront: string) => undoUrl(storefront, token)

  it.each([
    [
      "says all",
      SHOP,
      `Your phone number was changed to ${PHONE}. Not you? Undo it: ${link(SHOP)}`,
    ],
    [
      "drops the new number",
      long(50),
      `Your phone number was changed. Not you? Undo it: ${link(long(50))}`,
    ],
    [
      "is as short as it can be",
      long(72),
      `Number changed. Not you? Undo: ${link(long(72))}`,
    ],
  ])("%s with the link of %s", (_what, storefront_url, text) => {
    const content = contactChangedMessage({
      contact: "phone",
      masked_value: PHONE,
      storefront_url,
      undo: { url: link(storefront_url), hours: 72 },
    })
    expect(content).toEqual({ text })
    expect(gsm7Length(content.text)).toBeLessThanOrEqual(SMS_SEPTETS)
  })

  it("keeps a link that is too long for one segment", () => {
    const url = link(`https://${"shop.".repeat(20)}example.com`)
    expect(
      contactChangedMessage({
        contact: "phone",
        masked_value: PHONE,
        undo: { url, hours: 72 },
      })
    ).toEqual({ text: `Number changed. Not you? Undo: ${url}` })
  })

  it.each([
    ["no GSM-7", "+12\u2022\u2022\u2022\u202253"],
    ["an emoji", "\ud83d\ude00"],
    ["too long", "*".repeat(150)],
  ])("omits a mask that is %s", (_what, masked_value) => {
    expect(
      contactChangedMessage({
        contact: "phone",
        masked_value,
        storefront_url: SHOP,
      })
    ).toEqual({
      text: "Your phone number was changed. Not you? Contact the shop at once.",
    })
  })
})

describe("contactChangedMessage to the other contact", () => {
  const url = `${SHOP}/undo-contact-change?token=_Zxw0-9aBcDeFgHiJkLmNo`
  const undo = { url, hours: 72 }
  const phone = { contact: "phone", masked_value: PHONE } as const
  const email = { contact: "email", masked_value: "j***@example.com" } as const

  it.each([
    [true, "A phone number was added to your account"],
    [false, "Your phone number was changed"],
  ])("says by e-mail what happened to the phone: %s, %s", (added, expected) => {
    const { subject, html, text } = contactChangedMessage({
      ...phone,
      reached: "email",
      added,
      storefront_url: SHOP,
      undo,
    })
    expect(subject).toBe(expected)
    for (const part of [html, text]) {
      expect(part).toContain(PHONE)
      expect(part).toContain("on shop.example.com")
      expect(part).toContain("This link undoes the change")
      expect(part).toContain("this is the address of an account")
    }
    expect(text).toContain(`\n\n${url}\n\n`)
  })

  it.each([
    [
      true,
      undo,
      `An e-mail address was added to your account. Not you? Undo it: ${url}`,
    ],
    [
      false,
      undo,
      `Your e-mail address was changed to j***@example.com. Not you? Undo it: ${url}`,
    ],
    [
      true,
      undefined,
      "The e-mail address j***@example.com was added to your account on shop.example.com. Not you? Contact the shop at once. Then set a new password.",
    ],
  ])(
    "says in a text message what happened to the e-mail: %s, %s",
    (added, link, expected) => {
      const { text } = contactChangedMessage({
        ...email,
        reached: "phone",
        added,
        storefront_url: SHOP,
        undo: link,
      })
      expect(gsm7Length(text)).toBeLessThanOrEqual(SMS_SEPTETS)
      expect(text).toBe(expected)
    }
  )
})
