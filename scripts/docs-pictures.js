// @ts-check
// Draws every e-mail of the plugin as it is built: docs/images/messages, for docs/messages.md.
const { mkdirSync } = require("node:fs")
const path = require("node:path")
const { chromium } = require("playwright-core")
const { ensureChromium } = require("./ensure-chromium")

const ROOT = path.resolve(__dirname, "..")
const FOLDER = path.join(ROOT, "docs/images/messages")
const NOTIFICATIONS = path.join(ROOT, ".medusa/server/src/notifications")
const SHOP = "https://shop.example.com"

/** @typedef {{ name: string, tag: string, scheme: "light" | "dark", width: number, columns: number }} Sheet */

/** @type {Sheet[]} */
const SHEETS = [
  { name: "light", tag: "en", scheme: "light", width: 560, columns: 4 },
  { name: "dark", tag: "de", scheme: "dark", width: 560, columns: 4 },
  { name: "narrow", tag: "es", scheme: "light", width: 340, columns: 6 },
  { name: "rtl", tag: "ar", scheme: "light", width: 560, columns: 4 },
  { name: "rtl-dark", tag: "ar", scheme: "dark", width: 340, columns: 6 },
]

/** @param {string} tag @returns {string[]} the HTML of every e-mail */
function mails(tag) {
  const all = require(NOTIFICATIONS)
  const language = all.createLanguage(tag, all.BUILT_IN[tag])
  const style = { language, storefront_url: SHOP, contact: "email" }
  const code = { ...style, code: "482917", expires_in_minutes: 15 }
  const change = {
    ...style,
    contact: "phone",
    reached: "email",
    masked_value: "+12*******53",
  }
  const undo = {
    url: `${SHOP}/undo-contact-change?token=rJ3kV0v7bq1Yc9Tn`,
    hours: 72,
  }
  const scheduled_at = new Date("2026-12-24T14:05:00Z")
  return [
    ...all.CODE_USES.map((/** @type {string} */ use) =>
      all.codeMessage({ ...code, use })
    ),
    all.passwordResetMessage({
      ...style,
      reset_url: `${SHOP}/reset-password?token=eyJhbGciOi`,
      email: "jane@example.com",
      expires_in_minutes: 15,
    }),
    all.contactChangedMessage({ ...change, undo }),
    all.contactChangedMessage({ ...change, added: true }),
    all.contactRestoredMessage(style),
    all.contactTakenOffMessage(change),
    ...["confirmed", "cancelled", "completed"].map((event) =>
      all.accountDeletionMessage({ ...style, event, scheduled_at })
    ),
  ].map(({ html }) => html)
}

/** @param {Sheet} sheet */
function pageOf({ tag, width, columns }) {
  const frames = mails(tag).map((html) => {
    const source = html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
    return `<iframe srcdoc="${source}" style="width:${width}px;height:100px;border:0"></iframe>`
  })
  return `<!DOCTYPE html><body style="margin:0;background:#808790"><div style="display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px;padding:12px;width:max-content;align-items:start">${frames.join("")}</div>`
}

async function main() {
  mkdirSync(FOLDER, { recursive: true })
  const executablePath = await ensureChromium()
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox"],
  })
  try {
    for (const sheet of SHEETS) {
      const page = await browser.newPage({
        colorScheme: sheet.scheme,
        deviceScaleFactor: 0.75,
        viewport: {
          width: sheet.columns * (sheet.width + 12) + 12,
          height: 800,
        },
      })
      await page.setContent(pageOf(sheet), { waitUntil: "load" })
      await page.evaluate(`for (const frame of document.querySelectorAll("iframe")) {
        frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px"
      }`)
      const file = path.join(FOLDER, `${sheet.name}.png`)
      await page.screenshot({ path: file, fullPage: true })
      await page.close()
      console.log(path.relative(ROOT, file))
    }
  } finally {
    await browser.close()
  }
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
