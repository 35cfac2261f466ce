import type { FileTemplate } from "../load-template"
import {
  passwordResetMessage,
  type PasswordResetInput,
} from "../password-reset-message"

const URL_OF_MAIL =
  "https://shop.example.com/reset-password?token=t.o.k&email=jane%40example.com"
const HOSTILE = "<img src=x onerror=alert(1)>{{7*7}}\r\nBcc: evil@example.com"

function input(
  overrides: Partial<PasswordResetInput> = {}
): PasswordResetInput {
  return {
    reset_url: URL_OF_MAIL,
    expires_in_minutes: 15,
    email: "jane@example.com",
    storefront_url: "https://shop.example.com:8000/de",
    template: { kind: "default" },
    ...overrides,
  }
}

function file(source: string, format: FileTemplate["format"]): FileTemplate {
  return { kind: "file", path: `/shop/reset.${format}`, source, format }
}

describe("passwordResetMessage", () => {
  it("says what it is for, how long it works and what to do if it was not them, in both parts", () => {
    const { subject, html, text } = passwordResetMessage(input())
    expect(subject).toBe("Reset your password")
    for (const part of [html, text]) {
      expect(part).toContain("on shop.example.com")
      expect(part).toContain("expires in 15 minutes")
      expect(part).toContain("ignore this message")
      expect(part).not.toContain("8000")
    }
  })

  it("has the link as it is in the text, and escaped in the HTML", () => {
    const { html = "", text } = passwordResetMessage(input())
    expect(text).toContain(`\n${URL_OF_MAIL}\n`)
    const [, href] = html.match(/<a href="([^"]*)"/)!
    expect(href).not.toMatch(/&(?!amp;|#)/)
    expect(unescaped(href)).toBe(URL_OF_MAIL)
  })

  it.each(["javascript:alert(1)", "data:text/html,x", "//evil.example.com"])(
    "makes no button of %s",
    (reset_url) => {
      expect(() => passwordResetMessage(input({ reset_url }))).toThrow(
        "http(s) URL"
      )
    }
  )

  it("keeps a subject on one line, and out of the markup", () => {
    const { subject, html } = passwordResetMessage(input({ subject: HOSTILE }))
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).not.toContain("<img src=x")
    expect(html).not.toContain("49")
  })

  it("escapes every value in the store's HTML file, and none in a text file", () => {
    const source = "{{email}} {{reset_url}} {{expires_in}} {{shop_host}}"
    const email = '"<b>{{7*7}}</b>"@example.com'
    const html = passwordResetMessage(
      input({ email, template: file(source, "html") })
    )
    const text = passwordResetMessage(
      input({ email, template: file(source, "text") })
    )
    expect(html.html).not.toMatch(/<b>|49/)
    expect(unescaped(html.html!)).toBe(text.text)
    expect(text).toEqual({
      subject: "Reset your password",
      text: `${email} ${URL_OF_MAIL} 15 minutes shop.example.com`,
    })
  })

  it("speaks of our shop if it knows no host", () => {
    const { html, text } = passwordResetMessage(
      input({ storefront_url: undefined })
    )
    for (const part of [html, text]) {
      expect(part).toContain("in our shop")
      expect(part).not.toContain("undefined")
    }
  })
})

function unescaped(html: string): string {
  const named: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
  }
  return html
    .replace(/&#x([\dA-F]+);/gi, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16))
    )
    .replace(/&#(\d+);/g, (_, code: string) =>
      String.fromCodePoint(Number(code))
    )
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name])
}
