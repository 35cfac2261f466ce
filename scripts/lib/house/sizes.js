// @ts-check
const ts = require("typescript")

/** @typedef {import("./source-tree").Source} Source */

/**
 * @typedef {object} Spread
 * @property {number} count
 * @property {number} median
 * @property {number} p95
 * @property {number} max
 */

/**
 * @typedef {object} Sizes
 * @property {string} folder
 * @property {number} lines
 * @property {Spread} files lines of a file
 * @property {Spread} functions lines of a function
 */

/** An arrow without braces is counted from this size on: a shorter one is an expression. */
const ARROW_LINES = 6

/**
 * The sizes of all files, then of each folder at the top of `src`.
 *
 * @param {Source[]} sources
 * @returns {Sizes[]}
 */
function measureSizes(sources) {
  const folders = [...new Set(sources.map(({ path }) => folderOf(path)))]
  return [
    sizesOf("src", sources),
    ...folders.map((folder) =>
      sizesOf(
        folder,
        sources.filter(({ path }) => folderOf(path) === folder)
      )
    ),
  ]
}

/** @param {string} path */
function folderOf(path) {
  return path.split("/").slice(0, -1)[1] ?? "(loose)"
}

/**
 * @param {string} folder
 * @param {Source[]} sources
 * @returns {Sizes}
 */
function sizesOf(folder, sources) {
  const files = sources.map(({ text }) => text.split("\n").length - 1)
  return {
    folder,
    lines: files.reduce((sum, lines) => sum + lines, 0),
    files: spreadOf(files),
    functions: spreadOf(sources.flatMap(functionsOf)),
  }
}

/**
 * @param {Source} source
 * @returns {number[]} lines of each function
 */
function functionsOf(source) {
  const file = parse(source)
  return nodesOf(file)
    .filter((node) => ts.isFunctionLike(node) && isCounted(node, file))
    .map((node) => linesOf(node, file))
}

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} file
 */
function isCounted(node, file) {
  const body = "body" in node && node.body
  return Boolean(
    body &&
    (ts.isBlock(/** @type {ts.Node} */ (body)) ||
      linesOf(node, file) >= ARROW_LINES)
  )
}

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} file
 */
function linesOf(node, file) {
  const line = (/** @type {number} */ position) =>
    file.getLineAndCharacterOfPosition(position).line
  return line(node.end) - line(node.getStart(file)) + 1
}

/**
 * A file's syntax alone, without types.
 *
 * @param {Source} source
 */
function parse({ path, text }) {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/**
 * A node and all below it.
 *
 * @param {ts.Node} node
 * @returns {ts.Node[]}
 */
function nodesOf(node) {
  const nodes = [node]
  ts.forEachChild(node, (child) => {
    nodes.push(...nodesOf(child))
  })
  return nodes
}

/**
 * @param {number[]} values
 * @returns {Spread}
 */
function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  const above = sorted[Math.floor(sorted.length / 2)] ?? 0
  const median = Math.round((at(0.5) + above) / 2)
  return { count: sorted.length, median, p95: at(0.95), max: at(1) }
}

module.exports = { measureSizes, nodesOf, parse }
