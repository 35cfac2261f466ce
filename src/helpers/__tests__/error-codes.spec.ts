import { readFileSync } from "node:fs"
import path from "node:path"
import { ERRORS, MEDUSA_ERRORS } from "../../errors"

const source = readFileSync(path.join(__dirname, "../request-error.ts"), "utf8")

/** The texts of a union, as it is written. */
function textsOf(type: string): string[] {
  const [, union = ""] =
    new RegExp(`^export type ${type} =\\n((?:  \\| .*\\n)+)`, "m").exec(
      source
    ) ?? []
  return [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code)
}

it("the codes that storefronts' editors complete are those of the plugin", () => {
  expect(textsOf("ErrorCode").sort()).toEqual(Object.keys(ERRORS).sort())
})

it("and those of what Medusa refuses", () => {
  const codes = Object.keys(MEDUSA_ERRORS).sort()
  expect(textsOf("MedusaErrorCode").sort()).toEqual(codes)
})
