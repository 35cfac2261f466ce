import { readFileSync } from "node:fs"
import path from "node:path"
import { codeBlocks } from "../../../scripts/lib/code-blocks"

const ROOT = path.resolve(__dirname, "../../..")
const DOCUMENTS = ["README.md", "USAGE.md", "docs/storefront.md"]
const CLIENT = "customer-registration/client"

/** What the documents take for granted: the storefront's forms, and an SDK. */
export const GLOBALS = `
import type { CustomerClient } from "${CLIENT}"
declare global {
  const sdk: import("@medusajs/js-sdk").default
  const customers: CustomerClient
  const phone: string
  const email: string
  const password: string
  const ask: (what: string) => Promise<string>
  const show: (message: string) => void
  const resendIn: (seconds: number) => void
  const cookies: () => Promise<{
    get(name: string): { value: string } | undefined
    set(name: string, value: string, options?: object): void
    delete(name: string): void
  }>
}
`

/** The blocks of TypeScript about the client. Each is a module of its own; one without the import goes on with `customers`. */
export function blocksOfClient(): { name: string; code: string }[] {
  return DOCUMENTS.flatMap((document) => {
    const text = readFileSync(path.join(ROOT, document), "utf8")
    return codeBlocks(text)
      .filter(({ language }) => language === "ts")
      .map(({ code }) => code)
      .filter((code) => code.includes(CLIENT) || /\bcustomers\./.test(code))
      .map((code, nth) => ({
        name: `${document.replace(/\W/g, "-")}-${nth}.ts`,
        code: `${code}\nexport {}\n`,
      }))
  })
}
