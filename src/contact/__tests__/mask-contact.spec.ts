import { maskContact, maskEmail, maskPhone } from "../mask-contact"

describe("maskPhone", () => {
  it.each([
    ["+12133734253", "+12*******53"],
    ["+4915123456789", "+49*********89"],
    ["+29023456", "+29****56"],
    ["+2902345", "***"],
    ["+1", "***"],
    ["", "***"],
    ["not a phone", "***"],
  ])("masks %j as %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

describe("maskEmail", () => {
  it.each([
    ["jane@example.com", "j***@example.com"],
    ["jo@example.com", "j***@example.com"],
    ["j@example.com", "***@example.com"],
    ["Jane@Example.com", "J***@Example.com"],
    ["jane@b\u00fccher.example", "***"],
    ["jane@example.com\r\nBcc: evil@x.com", "***"],
    ["@example.com", "***"],
    ["jane", "***"],
    ["", "***"],
  ])("masks %j as %s", (email, masked) => {
    expect(maskEmail(email)).toBe(masked)
  })
})

describe("maskContact", () => {
  it("tells an e-mail from a phone by its at sign", () => {
    expect(maskContact("jane@example.com")).toBe("j***@example.com")
    expect(maskContact("+12133734253")).toBe("+12*******53")
  })
})
