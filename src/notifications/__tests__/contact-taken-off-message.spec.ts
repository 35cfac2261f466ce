import { contactTakenOffMessage } from "../contact-taken-off-message"
import { smsSize } from "../sms"

const MASKED = "j***@example.com"

describe("The notice that somebody else has verified a contact", () => {
  it.each([
    "https://shop.example",
    undefined,
    `https://${"long.".repeat(40)}example`,
  ])(
    "fits one text message that names the contact masked, for a shop at %s",
    (storefront_url) => {
      const { text, html } = contactTakenOffMessage({
        contact: "email",
        masked_value: MASKED,
        reached: "phone",
        storefront_url,
      })

      expect(text).toContain(MASKED)
      expect(smsSize(String(text))).toMatchObject({
        alphabet: "GSM-7",
        segments: 1,
      })
      expect(html).toBeUndefined()
    }
  )

  it("says in an e-mail what happened and what to do", () => {
    const { subject, text, html } = contactTakenOffMessage({
      contact: "phone",
      masked_value: "+12*******53",
      reached: "email",
      storefront_url: "https://shop.example",
    })

    expect(subject).toBe("The phone number of your account was removed")
    for (const body of [text, html]) {
      expect(body).toContain("+12*******53")
      expect(body).toContain("shop.example")
      expect(body).toContain("Somebody else has verified it")
    }
  })
})
