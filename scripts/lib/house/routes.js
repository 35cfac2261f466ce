// @ts-check
const ts = require("typescript")

/**
 * @typedef {object} Entry one row of a `middlewares.ts`
 * @property {string} matcher
 * @property {string[] | undefined} methods
 * @property {ts.ObjectLiteralExpression} node
 */

/**
 * The rows of every `middlewares.ts` below `src/api`: object literals with `matcher` and `middlewares`, as they stand
 * there. A row that a function makes of a parameter cannot be read.
 *
 * @param {ts.SourceFile[]} files
 * @param {ts.TypeChecker} checker reads a matcher that is a constant
 * @returns {Entry[]}
 * @throws where a matcher is no constant
 */
function middlewareEntries(files, checker) {
  return files
    .filter((file) => /\/src\/api\/(.+\/)?middlewares\.ts$/.test(file.fileName))
    .flatMap((file) =>
      objectsIn(file).flatMap((node) => entryOf(node, checker))
    )
}

/**
 * @param {ts.ObjectLiteralExpression} node
 * @param {ts.TypeChecker} checker
 * @returns {Entry[]}
 */
function entryOf(node, checker) {
  const matcher = valueOf(node, "matcher")
  if (!matcher || !valueOf(node, "middlewares")) {
    return []
  }
  const path = checker.getTypeAtLocation(matcher)
  if (!path.isStringLiteral()) {
    throw new Error(
      `${node.getSourceFile().fileName}: the matcher ${matcher.getText()} is no constant`
    )
  }
  const methods = valueOf(node, "methods")
  const names =
    methods && ts.isArrayLiteralExpression(methods)
      ? methods.elements.filter(ts.isStringLiteral).map((name) => name.text)
      : undefined
  return [{ matcher: path.value, methods: names, node }]
}

/**
 * @param {ts.ObjectLiteralExpression} node
 * @param {string} name
 */
function valueOf(node, name) {
  const property = node.properties.find(
    (property) => property.name?.getText() === name
  )
  return property && ts.isPropertyAssignment(property)
    ? property.initializer
    : property?.name
}

/**
 * @param {ts.Node} node
 * @returns {ts.ObjectLiteralExpression[]}
 */
function objectsIn(node) {
  /** @type {ts.ObjectLiteralExpression[]} */
  const found = ts.isObjectLiteralExpression(node) ? [node] : []
  ts.forEachChild(node, (child) => {
    found.push(...objectsIn(child))
  })
  return found
}

/**
 * Whether an entry runs for a request. As in Medusa: one without methods covers every path below its matcher, one with
 * methods the path alone.
 *
 * @param {Entry} entry
 * @param {string} method
 * @param {string} path
 */
function runsFor({ matcher, methods }, method, path) {
  const pattern = matcher.replace(/:\w+/g, "[^/]+").replace(/\*/g, ".*")
  return methods
    ? methods.includes(method) && new RegExp(`^${pattern}/?$`).test(path)
    : new RegExp(`^${pattern}(/|$)`).test(path)
}

/**
 * The file of the route that answers a path; of two, the one with the fewer parameters.
 *
 * @param {ts.SourceFile[]} files
 * @param {string} path
 */
function routeOf(files, path) {
  const parameters = (/** @type {string} */ name) => name.split("[").length
  return files
    .filter((file) => {
      const [, folder] =
        /\/src\/api(\/.+)\/route\.ts$/.exec(file.fileName) ?? []
      const pattern = folder?.replace(/\[\w+\]/g, "[^/]+")
      return pattern && new RegExp(`^${pattern}$`).test(path)
    })
    .sort((a, b) => parameters(a.fileName) - parameters(b.fileName))[0]
}

module.exports = { middlewareEntries, routeOf, runsFor }
