import { codeMessage, type CodeMessageInput } from "../code-message"
import { gsm7Length } from "../sms"
import type { FileTemplate } from "../template"

const HOSTILE =
  "<img src=x onerror=alert(1)>{{7*7}}${7*7}<%=7*7%>\r\nBcc:evil@x"
const SHOP = "https://shop.example.com:8000/de"

function input(overrides: Partial<CodeMessageInput> = {}): CodeMessageInput {
  return {
    contact: "email",
    code: "482917",
    expires_in_minutes: 15,
    template: { kind: "default" },
    ...overrides,
  }
}

function file(source: string, format: FileTemplate["format"]): FileTemplate {
  return { kind: "file", path: `/shop/code.${format}`, source, format }
}

describe("codeMessage by e-mail", () => {
  it("has the code, its expiry, the shop and a warning in both parts", () => {
    const { html, text } = codeMessage(input({ storefront_url: SHOP }))
    for (const part of [html, text]) {
      expect(part).toContain("482917")
      expect(part).toContain("expires in 15 minutes")
      expect(part).toContain("on shop.example.com")
      expect(part).toContain("Never share this code")
      expect(part).toContain("ignore this message")
      expect(part).not.toContain("8000")
    }
  })

  it("has the code once, undivided, and not in subject or preview", () => {
    const { html = "", subject } = codeMessage(input())
    expect(html.match(/482917/g)).toHaveLength(1)
    expect(html.indexOf("482917")).toBeGreaterThan(html.indexOf("<h1"))
    expect(subject).toBe("Your verification code")
  })

  it('names "our shop" when there is no host', () => {
    const { html, text } = codeMessage(input())
    expect(html).toContain("in our shop")
    expect(text).toContain("in our shop")
    expect(html).not.toContain("undefined")
    expect(text).not.toContain("undefined")
  })

  it("puts a hostile subject on one line and escapes it in the title", () => {
    const { subject, html } = codeMessage(input({ subject: HOSTILE }))
    expect(subject).toBe(
      "<img src=x onerror=alert(1)>{{7*7}}${7*7}<%=7*7%> Bcc:evil@x"
    )
    expect(html).not.toContain("<img")
    expect(html).toContain("<title>&lt;img")
  })

  it.each(["", "\r\n", "  "])("replaces the empty subject %j", (subject) => {
    expect(codeMessage(input({ subject })).subject).toBe(
      "Your verification code"
    )
  })

  it("renders an HTML file and keeps the plugin's text part", () => {
    const source =
      "{{subject}}|{{code}}|{{expires_in}}|{{expires_in_minutes}}|{{shop_host}}|{{storefront_url}}|{{{subject}}}"
    const { subject, html, text } = codeMessage(
      input({
        template: file(source, "html"),
        subject: "Welcome & verify",
        storefront_url: "https://shop.example.com",
      })
    )
    expect(subject).toBe("Welcome & verify")
    expect(html).toBe(
      "Welcome &amp; verify|482917|15 minutes|15|shop.example.com|https:&#x2F;&#x2F;shop.example.com|Welcome &amp; verify"
    )
    expect(text).toContain("482917")
  })

  it("renders a text file and has no HTML part", () => {
    const template = file("{{subject}}: {{code}}", "text")
    expect(codeMessage(input({ template, subject: "Q&A" }))).toEqual({
      subject: "Q&A",
      text: "Q&A: 482917",
    })
  })
})

describe("codeMessage by text message", () => {
  it("is one line of text without a storefront", () => {
    expect(codeMessage(input({ contact: "phone" }))).toEqual({
      text: "482917 is your verification code. It expires in 15 minutes. Never share it.",
    })
  })

  it("ends with the WebOTP line of the shop", () => {
    expect(
      codeMessage(input({ contact: "phone", storefront_url: SHOP }))
    ).toEqual({
      text: "482917 is your verification code for shop.example.com. It expires in 15 minutes. Never share it.\n\n@shop.example.com #482917",
    })
  })

  it("has no subject", () => {
    const hostile = { subject: HOSTILE, storefront_url: SHOP }
    expect(codeMessage(input({ contact: "phone", ...hostile }))).toEqual(
      codeMessage(input({ contact: "phone", storefront_url: SHOP }))
    )
  })

  const codes = [
    "4829",
    "48291",
    "482917",
    "7KQ2ABW",
    "48291748",
    "482917482",
    "WMXYWMXYWM",
  ]
  const hostLengths = [4, 16, 30, 40, 50, 60, 80, 100, 108, 109, 130, 135]
  const cases = codes.flatMap((code) =>
    hostLengths.flatMap((length) =>
      [1, 15, 1439].map((minutes) => ({ code, host: hostOf(length), minutes }))
    )
  )

  it.each(cases)("fits one segment: $code, $host, $minutes minutes", (one) => {
    const { text } = codeMessage(
      input({
        contact: "phone",
        code: one.code,
        expires_in_minutes: one.minutes,
        storefront_url: `https://${one.host}:9000/path`,
      })
    )
    expect(gsm7Length(text)).toBeLessThanOrEqual(160)
    expect(text.startsWith(one.code)).toBe(true)
    expect(text.split("\n").slice(1)).toEqual(["", `@${one.host} #${one.code}`])
  })

  it.each([136, 200, 253])(
    "omits the WebOTP line for a host of %i characters",
    (length) => {
      const storefront_url = `https://${hostOf(length)}`
      const message = input({
        contact: "phone",
        code: "WMXYWMXYWM",
        storefront_url,
      })
      expect(codeMessage(message).text).toBe(
        "WMXYWMXYWM is your verification code. It expires in 15 minutes. Never share it."
      )
    }
  )

  it("omits a host that GSM-7 cannot spell", () => {
    const storefront_url = "https://a`b.example"
    expect(codeMessage(input({ contact: "phone", storefront_url })).text).toBe(
      "482917 is your verification code. It expires in 15 minutes. Never share it."
    )
  })

  it("keeps a code that GSM-7 cannot spell", () => {
    const message = input({
      contact: "phone",
      code: "\u0416",
      storefront_url: SHOP,
    })
    expect(codeMessage(message).text).toBe("\u0416")
  })

  it("omits the shop's name first, then the expiry, then the warning", () => {
    const texts = [40, 70, 95, 108, 120].map((length) => {
      const storefront_url = `https://${hostOf(length)}`
      return codeMessage(input({ contact: "phone", storefront_url })).text
    })
    expect(texts.map((text) => text.split("\n")[0])).toEqual([
      "482917 is your verification code. It expires in 15 minutes. Never share it.",
      "482917 is your verification code. It expires in 15 minutes. Never share it.",
      "482917 is your verification code. Never share it.",
      "482917 is your verification code.",
      "482917",
    ])
  })

  it("renders a file as plain text and adds the WebOTP line", () => {
    const template = file("Q&A <{{code}}> {{{subject}}}\r\n", "html")
    const message = { template, storefront_url: SHOP, subject: "Jane" }
    expect(codeMessage(input({ contact: "phone", ...message }))).toEqual({
      text: "Q&A <482917>\n\n@shop.example.com #482917",
    })
  })

  it.each([
    "Code {{code}}\n\n@{{shop_host}} #{{code}}",
    "Code {{code}}\n\n@{{shop_host}} #{{code}}\n",
    "Code {{code}}\r\n\r\n@{{shop_host}} #{{code}}\r\n",
  ])("does not repeat the WebOTP line of the file %j", (source) => {
    const template = file(source, "text")
    const message = input({ contact: "phone", template, storefront_url: SHOP })
    expect(codeMessage(message).text).toBe(
      "Code 482917\n\n@shop.example.com #482917"
    )
  })

  it("adds no WebOTP line to a file without a storefront", () => {
    const template = file("Code {{code}}", "text")
    expect(codeMessage(input({ contact: "phone", template })).text).toBe(
      "Code 482917"
    )
  })
})

function hostOf(length: number): string {
  const labels = "abcdefghi.".repeat(30).slice(0, length - 3)
  return `${labels.replace(/\.$/, "x")}.io`
}
