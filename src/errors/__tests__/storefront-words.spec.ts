import { readdirSync } from "node:fs"
import path from "node:path"
import { ERRORS } from ".."

type Words = { errors: Record<string, string> }

const WORDS = path.resolve(__dirname, "../../../examples/storefront/src/words")

const LANGUAGES = readdirSync(WORDS)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => path.basename(file, ".ts"))

/** What none of the example's pages can be answered. */
const NOT_FOR_SHOPPERS = [
  // The client answers it as a status, and the pages go on to the code.
  "verification_required",
  // The client sends the same contact in both requests, and changes contacts by their own route.
  "contact_mismatch",
  "contact_change_not_allowed",
  // The addresses are the client's own.
  "invalid_path",
  "invalid_query",
  // Of the dashboard.
  "account_deletion_failed",
]

/** The example is an ES module, and this project compiles to CommonJS: an import would be an error of the types. */
function codesWithWords(language: string): string[] {
  const words = jest.requireActual<Record<string, Words>>(
    path.join(WORDS, language)
  )
  return Object.keys(words[language].errors).sort()
}

it("The example of a storefront has words for every error code that shoppers can meet", () => {
  const known = codesWithWords("en")
  const codes = Object.keys(ERRORS)
  const unknown = codes.filter((code) => !known.includes(code))
  expect(unknown.sort()).toEqual([...NOT_FOR_SHOPPERS].sort())
})

it.each(LANGUAGES)(
  "The example of a storefront has words in %s for the same error codes as in English",
  (language) => {
    expect(codesWithWords(language)).toEqual(codesWithWords("en"))
  }
)
