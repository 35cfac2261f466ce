// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { pathToFileURL } = require("node:url")

/**
 * Keeps the HTML part of a mail where a browser can open it.
 *
 * @param {string} dir
 * @param {import("./mailbox").Message} mail
 * @returns {string} its URL
 */
function savePage(dir, { html = "" }) {
  const mails = fs.readdirSync(dir).filter((name) => name.endsWith(".html"))
  const file = path.join(dir, `mail-${mails.length + 1}.html`)
  fs.writeFileSync(file, html)
  return pathToFileURL(file).href
}

module.exports = { savePage }
