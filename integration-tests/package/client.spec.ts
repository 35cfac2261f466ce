import { execFileSync } from "node:child_process"
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { STORE_DIR } from "../helpers/boot-store"
import { BUNDLER, compile, NODE16 } from "../helpers/compile"

const MAX_BYTES = 6_144
const STOREFRONT = path.join(__dirname, "client/storefront.ts")

type Chunk = {
  type: string
  code: string
  modules: Record<string, unknown>
  imports: string[]
}

describe("The client, as a storefront gets it", () => {
  let dir: string

  const put = (name: string, text: string) => {
    const file = path.join(dir, name)
    writeFileSync(file, text)
    return file
  }
  const run = (file: string) =>
    execFileSync(process.execPath, [file], { encoding: "utf8" }).trim()

  beforeAll(() => {
    const cache = path.join(STORE_DIR, ".cache")
    mkdirSync(cache, { recursive: true })
    dir = mkdtempSync(path.join(cache, "client-"))
  })

  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it("is imported by a module and by CommonJS, and loads nothing else", () => {
    const made = `console.log(typeof createCustomerClient({ baseUrl: "" }).login, new RequestError("", 0).name)`
    const names = "{ createCustomerClient, RequestError }"
    const module = put(
      "a.mjs",
      `import ${names} from "customer-registration/client"\n${made}`
    )
    const script = put(
      "a.cjs",
      `const ${names} = require("customer-registration/client")\n${made}
      console.log(Object.keys(require.cache).map((file) => file.split("/src/")[1] ?? "").sort().join())`
    )
    expect(run(module)).toBe("function RequestError")
    expect(run(script).split("\n")).toEqual([
      "function RequestError",
      ",client/connection.js,client/index.js,client/logins.js,helpers/request-error.js",
    ])
  })

  it(`takes less than ${MAX_BYTES} bytes of a bundle, and brings no package`, async () => {
    const input = put(
      "entry.js",
      `export { createCustomerClient, RequestError } from "customer-registration/client"`
    )
    const { build } = await import("vite")
    const built = await build({
      configFile: false,
      logLevel: "silent",
      root: dir,
      build: {
        write: false,
        minify: "esbuild",
        modulePreload: { polyfill: false },
        rollupOptions: { input, preserveEntrySignatures: "strict" },
      },
    })
    const { output } = built as unknown as { output: Chunk[] }
    expect(output).toHaveLength(1)
    const [{ code, modules, imports }] = output
    console.info(
      `client: ${Buffer.byteLength(code)} bytes minified, ${gzipSync(code).length} gzipped`
    )
    expect(imports).toEqual([])
    const files = Object.keys(modules).filter((file) => !file.startsWith("\0"))
    const foreign =
      /customer-registration\/\.medusa\/server\/src\/(client|helpers)\/|entry\.js/
    expect(files.filter((file) => !foreign.test(file))).toEqual([])
    expect(code).not.toMatch(/node:|require\(|process\.|Buffer/)
    expect(Buffer.byteLength(code)).toBeLessThan(MAX_BYTES)

    const bundle = put("bundle.mjs", `${code}`)
    const after = put(
      "b.mjs",
      `import * as all from ${JSON.stringify(bundle)}\nconsole.log(Object.keys(all).sort().join())`
    )
    expect(run(after)).toBe("RequestError,createCustomerClient")
  })

  it.each([
    ["a module of Node", ".mts", NODE16],
    ["CommonJS", ".cts", NODE16],
    ["a bundler", ".ts", BUNDLER],
    [
      "a bundler with a browser's types",
      ".ts",
      { ...BUNDLER, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] },
    ],
  ])(
    "has types for %s that narrow its answers, and need no other package",
    (...row) => {
      const [what, extension, options] = row
      const file = path.join(dir, `${what.replace(/\W/g, "-")}${extension}`)
      copyFileSync(STOREFRONT, file)
      expect(compile([file], options)).toEqual({
        problems: [],
        packages: ["customer-registration"],
      })
    }
  )
})
