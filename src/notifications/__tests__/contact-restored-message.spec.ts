import { contactRestoredMessage } from "../contact-restored-message"
import { gsm7Length, SMS_SEPTETS } from "../sms"

const SHOP = "https://shop.example.com:8000/de"

describe("contactRestoredMessage", () => {
  it.each([
    ["shop.example.com", SHOP],
    ["in our shop", undefined],
    ["in our shop", `https://${"shop.".repeat(20)}example.com`],
  ])("is one segment of GSM-7 that says %s for %s", (place, storefront_url) => {
    const content = contactRestoredMessage({ contact: "phone", storefront_url })
    expect(Object.keys(content)).toEqual(["text"])
    expect(gsm7Length(content.text)).toBeLessThanOrEqual(SMS_SEPTETS)
    expect(content.text).toContain(place)
    expect(content.text).toContain("was undone")
  })

  it("has the shop and no link in an e-mail", () => {
    const { subject, html, text } = contactRestoredMessage({
      contact: "email",
      storefront_url: SHOP,
    })
    expect(subject).toBe("Your e-mail address was removed from an account")
    for (const part of [html, text]) {
      expect(part).toContain("on shop.example.com")
      expect(part).toContain("was undone by its owner")
      expect(part).not.toMatch(/<a\s|href=|https?:\/\/shop|undefined/)
    }
  })
})
