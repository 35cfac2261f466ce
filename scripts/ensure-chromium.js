// @ts-check
// A browser for the tests of the admin page.
const { ensureProgram } = require("./lib/debian-package")

/** @returns {Promise<string>} the path of the browser */
function ensureChromium() {
  return ensureProgram({
    title: "Chromium",
    name: "chromium",
    path: "/usr/bin/chromium",
    variable: "CHROMIUM_PATH",
  })
}

module.exports = { ensureChromium }
