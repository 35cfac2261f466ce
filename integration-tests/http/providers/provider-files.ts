import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { STORE_DIR } from "../../helpers/boot-store"

const CACHE = path.resolve(__dirname, "../../../.cache")

/** Of SendGrid's client the address is fixed, and of Twilio's provider an option that stores leave out. */
const TO_STUBS = `
const { Client } = require("@sendgrid/client")
const { setApiKey } = Client.prototype
Client.prototype.setApiKey = function (key) {
  setApiKey.call(this, key)
  this.setDefaultRequest("baseUrl", process.env.SENDGRID_BASE_URL)
}
for (const { id, options } of module.exports) {
  if (id === "twilio") {
    options.base_url = process.env.TWILIO_BASE_URL
  }
}
`

/** Files that a store is started with, and that go with it. */
export class ProviderFiles {
  private readonly folder: string
  private readonly written: string[] = []

  constructor() {
    mkdirSync(CACHE, { recursive: true })
    this.folder = mkdtempSync(path.join(CACHE, "providers-"))
  }

  /** Entries of the notification module → the file that the test store reads them of. */
  list(entries: string[]): string {
    const code = `module.exports = [${entries.join(",\n")}]\n${TO_STUBS}`
    return this.write(path.join(this.folder, "providers.js"), code)
  }

  /** A file of the store, below its root. */
  ofStore(file: { path: string; code: string }): string {
    return this.write(path.join(STORE_DIR, file.path), file.code)
  }

  /** A provider of the test's own → where to resolve it. */
  provider(name: string, code: string): string {
    return this.write(path.join(this.folder, `${name}.js`), code)
  }

  remove(): void {
    for (const file of [this.folder, ...this.written]) {
      rmSync(file, { recursive: true, force: true })
    }
  }

  private write(file: string, code: string): string {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, code)
    this.written.push(file)
    return file
  }
}
