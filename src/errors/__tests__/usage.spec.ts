import { readFileSync } from "node:fs"
import path from "node:path"
import { ERRORS } from "../codes"

const USAGE = readFileSync(path.resolve(__dirname, "../../../USAGE.md"), "utf8")

describe("USAGE.md", () => {
  it.each(Object.entries(ERRORS))(
    "documents the error %s with its status",
    (code, { status }) => {
      expect(USAGE).toMatch(new RegExp(`\\| \`${code}\` +\\| ${status} +\\|`))
    }
  )
})
