// @ts-check
const ts = require("typescript")

/** `it("…")`, `it.each(…)("…")`, `test.only("…")`; not `it.skip`, `it.todo` and `xit`. */
const RUNS = /^(?:it|test)(?:\.only)?(?:\.each\b[\s\S]*)?$/

/**
 * The titles of the tests in a source, as it writes them: `%s` and `$name` of a table, and `${…}` of a template, are not
 * filled in.
 *
 * @param {string} source
 * @returns {Set<string>}
 */
function testTitles(source) {
  const titles = new Set()
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && RUNS.test(node.expression.getText(file))) {
      const [title] = node.arguments
      if (title && ts.isStringLiteralLike(title)) {
        titles.add(title.text)
      } else if (title && ts.isTemplateExpression(title)) {
        titles.add(title.getText(file).slice(1, -1))
      }
    }
    ts.forEachChild(node, visit)
  }
  const file = ts.createSourceFile("spec.tsx", source, ts.ScriptTarget.Latest)
  visit(file)
  return titles
}

module.exports = { testTitles }
