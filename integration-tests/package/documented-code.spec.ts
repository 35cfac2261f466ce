import { createRequire } from "node:module"
import path from "node:path"
import { existsSync } from "node:fs"
import { STORE_DIR } from "../helpers/boot-store"
import {
  compileDocumented,
  documentedFiles,
  type DocumentedFile,
} from "./documented-code/files"

const files = documentedFiles()
const resolveInStore = createRequire(path.join(STORE_DIR, "package.json"))

/** A file with one word changed, which compiles no more. */
function wrong(name: string, from: string, to: string): DocumentedFile {
  const found = files.find((file) => file.name === name)
  const code = found?.code.replace(from, to)
  if (!code || code === found?.code) {
    throw new Error(`${name} has no ${from}`)
  }
  return { name: name.replace(/[^/]+$/, `wrong-$&`), code }
}

it("The code in the documents compiles, and would not with one word changed", () => {
  const changed = [
    wrong(
      "docs/nextjs-starter.md/src/lib/data/profile.ts",
      "customers.verifyContact",
      "customers.verify"
    ),
    wrong("docs/getting-started.md/block-3.ts", `"phone" }`, `"fone" }`),
    wrong("docs/development.md/block-2.ts", "valid_until:", "until:"),
    wrong("USAGE.md/block-2.ts", `"needs_login": false`, `"needs_login": 0`),
  ]

  expect(files.length).toBeGreaterThan(30)
  expect(compileDocumented([...files, ...changed]).sort()).toEqual([
    expect.stringMatching(/^USAGE.md.wrong-.*not assignable to type 'boolean'/),
    expect.stringMatching(
      /^docs.development.md.wrong-.*'until' does not exist/
    ),
    expect.stringMatching(/^docs.getting-started.md.wrong-.*"fone"/),
    expect.stringMatching(
      /^docs.nextjs-starter.md.src.lib.data.wrong-.*'verify' does not exist/
    ),
  ])
}, 180_000)

const resolved = files.flatMap(({ name, code }) =>
  [...code.matchAll(/\bresolve: "([^"]+)"/g)].map(([, target]) => ({
    name,
    target,
  }))
)

it.each(resolved)("$name names a module that there is: $target", (one) => {
  const { name, target } = one
  if (target.startsWith("./")) {
    const [document] = name.split(/(?<=\.md)\//)
    const named = path.posix.join(document, target, "index.ts")
    expect(files.map((file) => file.name)).toContain(named)
  } else if (target === "customer-registration") {
    expect(existsSync(path.join(STORE_DIR, "package.json"))).toBe(true)
  } else {
    expect(() => resolveInStore.resolve(target)).not.toThrow()
  }
})
