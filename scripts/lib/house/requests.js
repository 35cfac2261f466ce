// @ts-check
const path = require("node:path")
const ts = require("typescript")
const { LEAVES, REQUESTS } = require("./limits")
const { createReach } = require("./reach")
const { middlewareEntries, routeOf, runsFor } = require("./routes")
const { createServerProgram } = require("./source-tree")

/** @typedef {import("./source-tree").Source} Source */
/** @typedef {import("./reach").Unit} Unit */

/**
 * @typedef {object} OpenedFile
 * @property {string} path
 * @property {number} lines of the declarations that are reached in it
 * @property {boolean} isOuter a file of a leaf folder or an index
 */

/**
 * @typedef {object} MeasuredRequest
 * @property {string} name
 * @property {number | undefined} maxFiles
 * @property {OpenedFile[]} files that hold a reached declaration, or a row of middlewares
 * @property {string[]} barrels files passed that only pass names on
 */

const LEAF = new RegExp(`^src/(${LEAVES.join("|")})/`)

/**
 * Which files the code of each request can reach.
 *
 * @param {string} root
 * @param {Source[]} sources
 * @param {import("./limits").Request[]} [requests]
 * @returns {MeasuredRequest[]} without those that the tree does not answer
 */
function measureRequests(root, sources, requests = REQUESTS) {
  const program = createServerProgram(root, sources)
  const ours = new Set(sources.map((source) => path.join(root, source.path)))
  const isOurs = (/** @type {ts.SourceFile} */ file) => ours.has(file.fileName)
  const files = program.getSourceFiles().filter(isOurs)
  const { reachFrom } = createReach(program, isOurs)
  const startsOf = createStarts(files, program.getTypeChecker())
  const pathOf = (/** @type {string} */ name) =>
    path.relative(root, name).split(path.sep).join("/")
  return requests.flatMap(({ name, entry, maxFiles }) => {
    const starts = startsOf(entry)
    const { units, barrels } = reachFrom(starts)
    const lines = linesByFile([...starts, ...units])
    return starts.length
      ? [
          {
            name,
            maxFiles,
            files: [...lines.keys()].sort().map((file) => ({
              path: pathOf(file),
              lines: lines.get(file) ?? 0,
              isOuter: isOuter(pathOf(file)),
            })),
            barrels: [...barrels]
              .filter((file) => !lines.has(file))
              .map(pathOf)
              .sort(),
          },
        ]
      : []
  })
}

/** @param {string} file */
function isOuter(file) {
  return LEAF.test(file) || file.endsWith("/index.ts")
}

/**
 * @param {ts.SourceFile[]} files
 * @param {ts.TypeChecker} checker
 */
function createStarts(files, checker) {
  const entries = middlewareEntries(files, checker)
  /**
   * The handler of a request and the rows of middlewares that run for it.
   *
   * @param {string} entry
   * @returns {ts.Node[]}
   */
  return (entry) => {
    const [method, url] = entry.split(" ")
    const file = url
      ? routeOf(files, url)
      : files.find(({ fileName }) => fileName.endsWith(`/${entry}`))
    const module = file && checker.getSymbolAtLocation(file)
    const handler = module?.exports?.get(
      ts.escapeLeadingUnderscores(url ? method : "default")
    )
    const rows = url ? entries.filter((row) => runsFor(row, method, url)) : []
    return handler?.declarations
      ? [...handler.declarations, ...rows.map((row) => row.node)]
      : []
  }
}

/**
 * Counts the lines of declarations, each with the comment above it.
 *
 * @param {ts.Node[]} nodes
 * @returns {Map<string, number>} by the file's name
 */
function linesByFile(nodes) {
  /** @type {Map<string, Set<number>>} */
  const seen = new Map()
  for (const node of nodes) {
    const file = node.getSourceFile()
    const lines = seen.get(file.fileName) ?? new Set()
    seen.set(file.fileName, lines)
    const [first, last] = rangeOf(node)
    for (let line = first; line <= last; line++) {
      lines.add(line)
    }
  }
  return new Map([...seen].map(([file, lines]) => [file, lines.size]))
}

/**
 * @param {ts.Node} node
 * @returns {[number, number]} its first and its last line; of a class the head alone, since members count by themselves
 */
function rangeOf(node) {
  const file = node.getSourceFile()
  const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node
  const end = ts.isClassDeclaration(node) ? node.members.pos : whole.end
  const lineOf = (/** @type {number} */ position) =>
    file.getLineAndCharacterOfPosition(position).line
  return [lineOf(whole.getStart(file, true)), lineOf(end)]
}

module.exports = { measureRequests }
