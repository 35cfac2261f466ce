import type { FileTemplate } from "../template"
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
  it("has its purpose, its expiry and what to do if it was not requested, in both parts", () => {
    const { subject, html, text } = passwordResetMessage(input())
    expect(subject).toBe("Reset your password")
    for (const part of [html, text]) {
      expect(part).toContain("on shop.example.com")
      expect(part).toContain("expires in 15 minutes")
      expect(part).toContain("ignore this message")
      expect(part).not.toContain("8000")
    }
  })

  it("has the link unchanged in the text and escaped in the HTML", () => {
    const { html = "", text } = passwordResetMessage(input())
    expect(text).toContain(`\n${URL_OF_MAIL}\n`)
    const hrefs = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)]
    expect(hrefs).toHaveLength(2)
    for (const [, href] of hrefs) {
      expect(href).not.toMatch(/&(?!amp;|#)/)
      expect(href).toContain("&amp;email")
      expect(unescaped(href)).toBe(URL_OF_MAIL)
    }
  })

  it("has the link below the button for copying", () => {
    const { html = "" } = passwordResetMessage(input())
    const [, shown] = html.match(/>(https:[^<]*)<\/a>/)!
    expect(unescaped(shown)).toBe(URL_OF_MAIL)
    expect(html.indexOf(`>${shown}<`)).toBeGreaterThan(
      html.indexOf("Set a new password</a>")
    )
  })

  it("has no link in subject or preview", () => {
    const { html = "", subject } = passwordResetMessage(input())
    expect(subject).not.toContain("://")
    expect(html.slice(0, html.indexOf("<h1"))).not.toContain("token")
  })

  it("has the same words in both parts", () => {
    const { html = "", text } = passwordResetMessage(input())
    const sentences = text.split("\n").filter((line) => /^\p{L}/u.test(line))
    expect(sentences.length).toBeGreaterThan(4)
    for (const sentence of sentences) {
      expect(unescaped(html)).toContain(sentence)
    }
  })

  it.each([
    [1, "1 minute"],
    [60, "1 hour"],
    [1440, "24 hours"],
  ])("says %i minutes as %s", (expires_in_minutes, words) => {
    const { html, text } = passwordResetMessage(input({ expires_in_minutes }))
    expect(html).toContain(`expires in ${words} and`)
    expect(text).toContain(`expires in ${words} and`)
  })

  const SCRIPTS = [
    "javascript:alert(1)//https://shop.example.com",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "ftp://shop.example.com",
    "//evil.example.com",
    "/reset-password?token=t",
    "https://",
    "",
  ]

  it.each(SCRIPTS)("refuses %j as a link", (reset_url) => {
    const templates: PasswordResetInput["template"][] = [
      { kind: "default" },
      file("{{reset_url}}", "html"),
      file("{{reset_url}}", "text"),
    ]
    for (const template of templates) {
      expect(() =>
        passwordResetMessage(input({ reset_url, template }))
      ).toThrow("http(s) URL")
    }
  })

  it.each([
    ["https://a.example/my shop?t=1", "https://a.example/my%20shop?t=1"],
    ["https://a.example/\r\nBcc:x?t=1", "https://a.example/Bcc:x?t=1"],
    ['https://a.example/"><b>?t=1', "https://a.example/%22%3E%3Cb%3E?t=1"],
    ["http://localhost:8000/r?t=1", "http://localhost:8000/r?t=1"],
  ])("has the link of %j undivided", (reset_url, link) => {
    const { html = "", text } = passwordResetMessage(input({ reset_url }))
    expect(text.split("\n")).toContain(link)
    expect(unescaped(html)).toContain(`href="${link}"`)
  })

  it.each(["", "\r\n", "  "])("replaces the empty subject %j", (subject) => {
    expect(passwordResetMessage(input({ subject })).subject).toBe(
      "Reset your password"
    )
  })

  it("puts a subject on one line and escapes it", () => {
    const { subject, html } = passwordResetMessage(input({ subject: HOSTILE }))
    expect(subject).toBe(
      "<img src=x onerror=alert(1)>{{7*7}} Bcc: evil@example.com"
    )
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

  it.each([
    ["reset_url", URL_OF_MAIL],
    ["email", "jane@example.com"],
    ["expires_in", "15 minutes"],
    ["expires_in_minutes", "15"],
    ["shop_host", "shop.example.com"],
    ["storefront_url", "https://shop.example.com:8000/de"],
    ["subject", "Q&A <1>"],
  ])("passes {{%s}} to a file", (name, value) => {
    const subject = "Q&A <1>"
    for (const source of [`{{${name}}}`, `{{{${name}}}}`]) {
      const html = passwordResetMessage(
        input({ subject, template: file(source, "html") })
      )
      expect(html.html).not.toMatch(/[<>"]|&(?!\w+;|#)/)
      expect(unescaped(html.html!)).toBe(value)
      expect(html.text).toContain(URL_OF_MAIL)
      expect(
        passwordResetMessage(input({ subject, template: file(source, "text") }))
      ).toEqual({ subject, text: value })
    }
  })

  it("passes a link to an HTML file that works in an href", () => {
    const template = file('<a href="{{reset_url}}">x</a>', "html")
    const { html = "" } = passwordResetMessage(input({ template }))
    const [, href] = html.match(/^<a href="([^"]*)">x<\/a>$/)!
    expect(href).toContain("&amp;email")
    expect(unescaped(href)).toBe(URL_OF_MAIL)
  })

  it('names "our shop" when there is no host', () => {
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
