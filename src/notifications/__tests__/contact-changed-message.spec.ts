import { contactChangedMessage } from "../contact-changed-message"
import { gsm7Length, SMS_SEPTETS } from "../gsm7-length"

const SHOP = "https://shop.example.com:8000/de"
const PHONE = "+12*******53"

describe("contactChangedMessage by e-mail", () => {
  const input = { contact: "email", masked_value: "j***@example.com" } as const

  it("names the shop and the masked address, and says what to do", () => {
    const { subject, html, text } = contactChangedMessage({
      ...input,
      storefront_url: SHOP,
    })
    expect(subject).toBe("Your e-mail address was changed")
    for (const part of [html, text]) {
      expect(part).toContain("on shop.example.com was changed to j***@example")
      expect(part).toContain("contact the shop at once")
      expect(part).toContain("there is nothing to do")
    }
  })

  it("carries no link", () => {
    const { html, text } = contactChangedMessage({
      ...input,
      storefront_url: SHOP,
    })
    expect(html).not.toMatch(/<a\s|href=|https?:\/\/shop/)
    expect(text).not.toContain("://")
  })

  it("shows no markup of a hostile value", () => {
    const { html } = contactChangedMessage({
      contact: "email",
      masked_value: "<img src=x onerror=alert(1)>{{7*7}}@x",
    })
    expect(html).not.toContain("<img src=x")
    expect(html).not.toContain("49@x")
    expect(html).toContain("in our shop")
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

  it("names the shop if there is room", () => {
    const text = (storefront_url?: string) =>
      contactChangedMessage({
        contact: "phone",
        masked_value: PHONE,
        storefront_url,
      }).text
    expect(text(SHOP)).toContain("shop.example.com")
    expect(text(SHOP)).not.toContain("://")
    expect(text(`https://${"shop.".repeat(40)}example.com`)).toBe(text())
  })
})
