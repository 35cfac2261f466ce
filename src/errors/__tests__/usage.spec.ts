import { readFileSync } from "node:fs"
import path from "node:path"
import { ERRORS, MEDUSA_ERRORS } from ".."

const USAGE = readFileSync(path.resolve(__dirname, "../../../USAGE.md"), "utf8")

describe("USAGE.md", () => {
  it.each(Object.entries({ ...ERRORS, ...MEDUSA_ERRORS }))(
    "documents the error %s with its status",
    (code, { status }) => {
      expect(USAGE).toMatch(new RegExp(`\\| \`${code}\` +\\| ${status} +\\|`))
    }
  )
})
