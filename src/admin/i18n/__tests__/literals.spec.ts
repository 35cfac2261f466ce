import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

const ADMIN = path.resolve(__dirname, "../..")
/** Words and sentences; identifiers, keys and names of classes begin with a small letter and have no such spaces. */
const WORDS = /^\s*\p{Lu}\p{Ll}|\p{L}[.,:;!?]? \p{L}/u

/** A key of the texts that is also its English text. */
const ALLOWED = ["Deletion requests"]

const sources = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/__tests__|^i18n/.test(file))
  .map((file) => [file, readFileSync(path.join(ADMIN, file), "utf8")] as const)

it.each(sources)("%s holds no text that is not translated", (file, source) => {
  expect(literalsIn(file, source)).toEqual([])
})

it.each([
  [`<b>Cancel</b>`, "Cancel"],
  [`<b>of {count}</b>`, "of"],
  [`<b title="Cancel request" />`, "Cancel request"],
  ["<b>{`Actions for ${name}`}</b>", "Actions for "],
  [`<b>{isLate ? "Late" : null}</b>`, "Late"],
])("a text in the code is found: %s", (source, text) => {
  expect(literalsIn("some.tsx", source)).toEqual([text])
})

it.each([
  `<b className="flex items-center">{text("cancel")}</b>`,
  `<span>–</span>`,
  `type Status = "On hold"`,
  `import { X } from "Some Module"`,
])("what nobody reads is no text: %s", (source) => {
  expect(literalsIn("some.tsx", source)).toEqual([])
})

/** The texts that a source file would show as they stand in it. */
function literalsIn(file: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (isUnseen(node)) {
      return
    }
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) {
      found.push(node.text.trim())
    }
    if (isTextLike(node) && WORDS.test(node.text)) {
      found.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found.filter((text) => !ALLOWED.includes(text))
}

function isUnseen(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isTypeNode(node) ||
    (ts.isJsxAttribute(node) && node.name.getText() === "className")
  )
}

function isTextLike(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  )
}
