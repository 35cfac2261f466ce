// @ts-check
const ts = require("typescript")
const { nodesOf, parse } = require("./sizes")

/** @typedef {import("./source-tree").Source} Source */

/**
 * @typedef {object} Count
 * @property {keyof typeof COUNTED} id
 * @property {string} what
 * @property {string[]} places file, once for each time
 */

/** @type {Record<"any" | "ignores" | "doubleCasts" | "compiledRoutes" | "noWorkflow", { what: string, count: (source: Source, nodes: ts.Node[]) => number }>} */
const COUNTED = {
  any: {
    what: "`any`",
    count: (_, nodes) =>
      nodes.filter((node) => node.kind === ts.SyntaxKind.AnyKeyword).length,
  },
  ignores: {
    what: "`@ts-ignore` and the like, `eslint-disable`",
    count: ({ text }) =>
      text.match(/@ts-(ignore|expect-error|nocheck)|eslint-disable/g)?.length ??
      0,
  },
  doubleCasts: {
    what: "`as unknown as`",
    count: (_, nodes) => nodes.filter(isDoubleCast).length,
  },
  compiledRoutes: {
    what: "files outside `src/medusa` that import `@medusajs/medusa/api/`",
    count: ({ path }, nodes) =>
      !path.startsWith("src/medusa/") && nodes.some(isCompiledRoute) ? 1 : 0,
  },
  noWorkflow: {
    what: "files of `src/workflows` without a workflow or a step (index and events apart)",
    count: ({ path }, nodes) =>
      /^src\/workflows\/(?!(.+\/)?(index|events)\.ts$)/.test(path) &&
      !nodes.some(isWorkflowOrStep)
        ? 1
        : 0,
  },
}

/**
 * @param {Source[]} sources
 * @returns {Count[]}
 */
function measureCounts(sources) {
  const files = sources.map((source) => ({
    source,
    nodes: nodesOf(parse(source)),
  }))
  return ids().map((id) => ({
    id,
    what: COUNTED[id].what,
    places: files.flatMap(({ source, nodes }) =>
      Array.from(
        { length: COUNTED[id].count(source, nodes) },
        () => source.path
      )
    ),
  }))
}

function ids() {
  return /** @type {(keyof typeof COUNTED)[]} */ (Object.keys(COUNTED))
}

/** @param {ts.Node} node */
function isDoubleCast(node) {
  return (
    ts.isAsExpression(node) &&
    ts.isAsExpression(node.expression) &&
    node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
  )
}

/** @param {ts.Node} node */
function isCompiledRoute(node) {
  return (
    ts.isStringLiteral(node) && node.text.startsWith("@medusajs/medusa/api/")
  )
}

/** @param {ts.Node} node */
function isWorkflowOrStep(node) {
  return (
    ts.isCallExpression(node) &&
    ["createWorkflow", "createStep"].includes(node.expression.getText())
  )
}

module.exports = { measureCounts }
