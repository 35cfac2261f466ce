import path from "node:path"
import vm from "node:vm"

const ENTRY = path.join(__dirname, "..", "index.ts")

type Chunk = {
  code: string
  modules: Record<string, unknown>
  imports: string[]
}

/** The helpers as a storefront's bundler makes them for a browser. */
async function bundle(): Promise<Chunk> {
  const { build } = await import("vite")
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, name: "helpers", formats: ["iife"] },
    },
  })
  const [{ output }] = built as unknown as { output: Chunk[] }[]
  expect(output).toHaveLength(1)
  return output[0]
}

describe("The helpers in a browser's bundle", () => {
  let chunk: Chunk

  beforeAll(async () => {
    chunk = await bundle()
  })

  it("contain their own files only: no package, no server code, nothing of Node", () => {
    const folder = path.dirname(ENTRY)
    const files = Object.keys(chunk.modules)
    expect(files.map((file) => path.relative(folder, file)).sort()).toEqual([
      "index.ts",
      "password-reset.ts",
      "request-error.ts",
    ])
    expect(chunk.imports).toEqual([])
    expect(chunk.code).not.toMatch(/node:|require\(|process\.|Buffer|__vite/)
  })

  it("work where only fetch exists", async () => {
    const requests: unknown[] = []
    const fetch = (url: string, init: RequestInit) => {
      requests.push([url, init.body])
      return Promise.resolve({ ok: true })
    }
    const page = vm.createContext({ fetch })

    await vm.runInContext(
      `${chunk.code}; helpers.requestPasswordReset({ email: "jane@example.com" }, { baseUrl: "https://api.example.com" })`,
      page
    )

    expect(requests).toEqual([
      [
        "https://api.example.com/auth/customer/emailpass/reset-password",
        '{"identifier":"jane@example.com"}',
      ],
    ])
  })
})
