import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { templateChoices } from "../../options"
import { parseOptions } from "../../options/parse-options"
import { loadLanguages } from "../load-languages"
import { StoreMessages } from "../message-templates"

const root = mkdtempSync(path.join(tmpdir(), "templates-"))
for (const name of ["code.en.html", "code.de.html", "one.txt"]) {
  writeFileSync(path.join(root, name), `${name}: {{code}} {{expires_in}}`)
}
writeFileSync(
  path.join(root, "hello.txt"),
  "Hello from {{shop_host}}, {{codes}}"
)
writeFileSync(
  path.join(root, "section.html"),
  "{{#shop_host}}<b>{{{code}}}</b>{{/shop_host}}"
)

function messagesWith(messages: object, rest: object = {}) {
  const options = parseOptions({ messages, ...rest }, {})
  const languages = loadLanguages(options.messages, [root])
  return new StoreMessages(languages, templateChoices(options), [root])
}

const email = (template: string) => ({
  templates: { verification: { email: { template } } },
})

describe("StoreMessages", () => {
  it("has the plugin's own message in the language that is wanted", () => {
    const style = messagesWith({}).styleOf("contact_restored", "email", "de-CH")
    expect(style).toMatchObject({
      language: { tag: "de" },
      template: { kind: "default" },
    })
  })

  it("has a file for each language that there is one for, and that of the default for the rest", () => {
    const messages = messagesWith(email("code.{locale}.html"))
    const of = (tag: string) => messages.styleOf("verification", "email", tag)
    expect(of("de")).toMatchObject({
      language: { tag: "de" },
      template: { source: expect.stringContaining("code.de") as string },
    })
    expect(of("fr")).toMatchObject({
      language: { tag: "en" },
      template: { source: expect.stringContaining("code.en") as string },
    })
  })

  it.each(["login", "verification", "account_deletion_cancel"])(
    "stops where a template of %s does not show the code",
    (kind) => {
      const templates = { [kind]: { sms: { template: "hello.txt" } } }
      expect(() => messagesWith({ templates })).toThrow(
        /sms\.template: .*hello\.txt does not show the code: write \{\{code\}\}/
      )
    }
  )

  it("takes a code that is shown in a section, and a notice without one", () => {
    const shown = { verification: { email: { template: "section.html" } } }
    const notice = { contact_changed: { email: { template: "hello.txt" } } }
    expect(() => messagesWith({ templates: shown })).not.toThrow()
    expect(() => messagesWith({ templates: notice })).not.toThrow()
  })

  it("stops where the default language has no file", () => {
    expect(() =>
      messagesWith({ ...email("code.{locale}.html"), default_locale: "fr" })
    ).toThrow(
      /^messages\.templates\.verification\.email\.template: .*code\.fr\.html/
    )
  })

  it("takes a file without a language for one in the default language", () => {
    const messages = messagesWith({ ...email("one.txt"), default_locale: "de" })
    expect(messages.styleOf("verification", "email", "fr").language.tag).toBe(
      "de"
    )
  })

  it("says to the provider which language, in the template's name as well", () => {
    const named = messagesWith(email("d-{locale}"))
    expect(named.styleOf("verification", "email", "fr")).toMatchObject({
      language: { tag: "fr" },
      template: { kind: "provider", id: "d-fr" },
    })
    const one = messagesWith(email("d-1"))
    expect(one.styleOf("verification", "email", "fr")).toMatchObject({
      language: { tag: "fr" },
      template: { kind: "provider", id: "d-1" },
    })
  })

  it("still knows the blocks from before", () => {
    const old = {
      email_verification: { template: "one.txt", subject: "Hi" },
      phone_verification: { template: "sms-1" },
    }
    const messages = messagesWith({}, old)
    expect(messages.styleOf("verification", "email")).toMatchObject({
      subject: "Hi",
      template: { kind: "file" },
    })
    for (const use of ["verification", "account_deletion_request"] as const) {
      expect(messages.styleOf(use, "phone").template).toMatchObject({
        kind: "provider",
        id: "sms-1",
      })
    }
    expect(messages.ownTemplates()).toEqual([
      { path: "email_verification.template", kind: "file" },
      { path: "phone_verification.template", kind: "provider" },
    ])
  })

  it.each([
    [
      { default_locale: "xx" },
      {},
      /no such language.*messages\.default_locale/s,
    ],
    [{ default_locale: "EN" }, {}, /BCP 47.*messages\.default_locale/s],
    [{ locales: ["de"] }, {}, /default language "en".*messages\.locales/s],
    [{ locales: ["en", "tlh"] }, {}, /no such language.*messages\.locales\.1/s],
    [{ templates: { welcome: {} } }, {}, /Unrecognized key: "welcome"/],
    [
      { templates: { contact_changed: { sms: {} } } },
      {},
      /messages\.templates\.contact_changed\.sms\.template/,
    ],
    [
      email("one.txt"),
      { email_verification: { template: "one.txt" } },
      /email_verification\.template says it already.*messages\.templates\.verification\.email\.template/s,
    ],
  ])("refuses %j with %j", (messages, rest, message) => {
    expect(() => messagesWith(messages, rest)).toThrow(message)
  })
})
