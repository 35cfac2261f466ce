import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadTemplate, storeRoots } from "../template"

describe("loadTemplate", () => {
  const shop = mkdtempSync(join(tmpdir(), "shop-"))
  const build = join(shop, "project", ".medusa", "server")
  const roots = storeRoots(build)

  beforeAll(() => {
    mkdirSync(join(shop, "project", "mails"), { recursive: true })
    mkdirSync(build, { recursive: true })
    writeFileSync(
      join(shop, "project", "mails", "code.html"),
      "<b>{{code}}</b>"
    )
    writeFileSync(
      join(shop, "project", "mails", "code.TXT"),
      "\ufeffCode {{code}}"
    )
    writeFileSync(join(shop, "project", "mails", "broken.txt"), "{{#code}}")
    writeFileSync(join(build, "own.mustache"), "built")
    writeFileSync(join(shop, "project", "own.mustache"), "source")
    writeFileSync(join(shop, "secret.txt"), "secret")
  })

  afterAll(() => rmSync(shop, { recursive: true }))

  it("returns the plugin's own message without an option", () => {
    expect(loadTemplate(undefined, roots)).toEqual({ kind: "default" })
  })

  it("reads a file of the project that a build was made from", () => {
    expect(loadTemplate("mails/code.html", roots)).toEqual({
      kind: "file",
      path: join(shop, "project", "mails", "code.html"),
      source: "<b>{{code}}</b>",
      format: "html",
    })
  })

  it("reads .txt as plain text, without its byte order mark", () => {
    expect(loadTemplate("./mails/code.TXT", roots)).toMatchObject({
      source: "Code {{code}}",
      format: "text",
    })
  })

  it("prefers the earlier root, and reads every other extension as HTML", () => {
    expect(loadTemplate("own.mustache", roots)).toMatchObject({
      source: "built",
      format: "html",
    })
  })

  it("throws the path of a file that is no template", () => {
    expect(() => loadTemplate("mails/broken.txt", roots)).toThrow(/broken\.txt/)
  })

  it.each(["d-0123456789abcdef", "order.placed", "mails", ".", ""])(
    "passes %j to the provider",
    (id) => {
      expect(loadTemplate(id, roots)).toEqual({ kind: "provider", id })
    }
  )

  it.each([
    "mails/missing.html",
    "missing.html",
    "missing.TXT",
    "missing.mjml",
    "mails/missing",
    "mails/",
    "../secret.txt",
    "mails/../../secret.txt",
    join(shop, "secret.txt"),
    "/etc/passwd",
    "mails/code.html\u0000",
  ])("throws for %j, which looks like a path, and names every folder", (id) => {
    expect(() => loadTemplate(id, roots)).toThrow(
      `the template "${id}" is no file in ${build} or ${join(shop, "project")}: mend its path, or copy the file there`
    )
  })
})

describe("storeRoots", () => {
  it.each([
    ["/shop", ["/shop"]],
    ["/shop/", ["/shop"]],
    ["/shop/.medusa/server", ["/shop/.medusa/server", "/shop"]],
    ["/shop/.medusa/server/", ["/shop/.medusa/server", "/shop"]],
    ["/shop/x.medusa/server", ["/shop/x.medusa/server"]],
    ["/shop/server", ["/shop/server"]],
  ])("returns for a server in %s the folders %j", (cwd, roots) => {
    expect(storeRoots(cwd)).toEqual(roots)
  })
})
