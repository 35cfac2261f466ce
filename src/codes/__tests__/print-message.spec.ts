import { messageBlock } from "../print-message"

const SMS = { to: "+12133734253", channel: "sms", template: "t" }
const MAIL = { to: "jane@example.com", channel: "email", template: "t" }

describe("A message in the log", () => {
  it("shows the code of a text message by itself, and then the whole text", () => {
    const content = {
      text: "482917 is your code.\n\n@shop.example.com #482917",
    }
    expect(messageBlock({ ...SMS, content }, "482917")).toBe(
      [
        "┌───",
        "│ To +12133734253 (sms)",
        "│ Code: 482917",
        "│",
        "│ 482917 is your code.",
        "│",
        "│ @shop.example.com #482917",
        "└───",
      ].join("\n")
    )
  })

  it("shows the subject and the link of a mail, and no HTML", () => {
    const link = "https://shop.example.com/reset-password?token=abc.def&email=j"
    const content = {
      subject: "Reset your password",
      html: `<a href="${link}">Reset</a>`,
      text: `Hello,\n\n${link}\n`,
    }
    const block = messageBlock({ ...MAIL, content }, "abc.def")
    expect(block).toContain("│ Subject: Reset your password\n")
    expect(block).toContain(`│ Link: ${link}\n`)
    expect(block).not.toMatch(/Code:|<a/)
  })

  it("shows the data of a template that the provider renders", () => {
    const data = { code: "482917", purpose: "phone_verification" }
    const block = messageBlock({ ...SMS, template: "d-12", data }, "482917")
    expect(block).toContain("│ Code: 482917\n")
    expect(block).toContain('"template": "d-12"')
  })

  it("shows a notice without a secret as it is", () => {
    const content = { text: "Your phone was changed." }
    expect(messageBlock({ ...SMS, content }, "")).not.toMatch(/Code:|Link:/)
  })
})
