import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import {
  accountDeletionValues,
  codeValues,
  contactChangedValues,
  contactRestoredValues,
  contactTakenOffValues,
  MESSAGE_KINDS,
  passwordResetValues,
} from ".."
import { createLanguage } from "../language"
import { BUILT_IN, en, type SentenceKey } from "../languages"
import { loadLanguages } from "../load-languages"
import { smsSize } from "../sms"
import { everyMessage } from "./every-message"

const DOCUMENT = readFileSync(
  path.resolve(__dirname, "../../../docs/messages.md"),
  "utf8"
)
const cells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim())
const rows = DOCUMENT.split("\n")
  .filter((line) => line.startsWith("|"))
  .map(cells)
const blocks = [...DOCUMENT.matchAll(/```json\n([^]*?)```/g)].map(
  ([, json = ""]) => json
)

describe("docs/messages.md", () => {
  it("says what each text message costs in each language", () => {
    const tags = Object.keys(BUILT_IN)
    const all = tags.map((tag) =>
      everyMessage(createLanguage(tag, BUILT_IN[tag] ?? en), "phone")
    )
    const sizes = Object.keys(all[0] ?? {}).map((kind) => [
      kind,
      ...all.map((messages) => {
        const { alphabet, length, segments } = smsSize(
          messages[kind]?.text ?? ""
        )
        return `${alphabet} ${length}: ${segments}`
      }),
    ])
    expect(rows).toEqual(
      expect.arrayContaining([["message", ...tags], ...sizes])
    )
  })

  it("names the values of the templates of every kind", () => {
    const style = {
      contact: "phone",
      masked_value: "x",
      reached: "email",
      code: "1",
      expires_in_minutes: 1,
      storefront_url: "https://a.example",
      reset_url: "https://a.example",
      email: "a@b.c",
    } as const
    const names = (values: object) =>
      Object.keys(values)
        .map((name) => `\`${name}\``)
        .join(", ")
    const code = names(codeValues(style))
    const deletion = names(
      accountDeletionValues({ ...style, event: "confirmed" })
    )
    const documented: Record<string, string> = {
      verification: code,
      login: code,
      account_deletion_request: code,
      account_deletion_cancel: code,
      password_reset: names(passwordResetValues(style)),
      contact_changed: names(contactChangedValues(style)),
      contact_restored: names(contactRestoredValues(style)),
      contact_taken_off: names(contactTakenOffValues(style)),
      account_deletion_confirmed: deletion,
      account_deletion_cancelled: deletion,
      account_deletion_completed: deletion,
    }
    for (const kind of MESSAGE_KINDS) {
      expect(rows).toContainEqual([
        `\`${kind}\``,
        expect.any(String),
        documented[kind],
      ])
    }
  })

  it("has files of languages that load, one of them with every sentence", () => {
    const root = mkdtempSync(path.join(tmpdir(), "documents-"))
    expect(blocks.length).toBeGreaterThanOrEqual(2)
    for (const block of blocks) {
      writeFileSync(path.join(root, "da.json"), block)
      const languages = { da: "da.json" }
      const danish = loadLanguages({ default_locale: "en", languages }, [
        root,
      ]).choose("da")
      const own = JSON.parse(block) as Record<SentenceKey, string>
      expect(danish.say("greeting")).toBe(own.greeting)
    }
    expect(JSON.parse(blocks.at(-1) ?? "")).toEqual(en)
  })
})
