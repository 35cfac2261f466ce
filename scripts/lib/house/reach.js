// @ts-check
const ts = require("typescript")
const { createResolver } = require("./references")

/** @typedef {import("./references").Unit} Unit */

/**
 * @typedef {object} Reach
 * @property {Set<Unit>} units
 * @property {Set<string>} barrels names of the files that names were passed on by
 */

/**
 * Follows the code from some nodes to every declaration that it can reach. A class is reached with its base, its
 * constructor and its fields; a method only where it is called.
 *
 * @param {ts.Program} program
 * @param {(file: ts.SourceFile) => boolean} isOurs
 */
function createReach(program, isOurs) {
  const { ofIdentifier } = createResolver(program.getTypeChecker(), isOurs)

  /**
   * @param {ts.Node[]} starts
   * @returns {Reach}
   */
  function reachFrom(starts) {
    /** @type {Reach} */
    const reach = { units: new Set(), barrels: new Set() }
    /** @type {ts.Node[]} */
    const open = [...starts]
    for (let node = open.pop(); node; node = open.pop()) {
      for (const identifier of identifiersOf(node)) {
        const { units, barrels } = ofIdentifier(identifier)
        barrels.forEach((file) => reach.barrels.add(file))
        for (const unit of units.filter((unit) => !reach.units.has(unit))) {
          reach.units.add(unit)
          open.push(unit)
        }
      }
    }
    return reach
  }

  return { reachFrom }
}

/**
 * The identifiers in a node whose value the code needs when it runs.
 *
 * @param {ts.Node} node
 * @returns {(ts.Identifier | ts.PrivateIdentifier)[]}
 */
function identifiersOf(node) {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
    return [node]
  }
  if (ts.isClassDeclaration(node)) {
    return [
      ...(node.heritageClauses ?? []),
      ...node.members.filter(isOfNew),
    ].flatMap(identifiersOf)
  }
  if (ts.isExpressionWithTypeArguments(node)) {
    return identifiersOf(node.expression)
  }
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) {
    return []
  }
  return childrenOf(node).flatMap(identifiersOf)
}

/**
 * Whether a member of a class runs with `new`.
 *
 * @param {ts.ClassElement} member
 */
function isOfNew(member) {
  return (
    ts.isConstructorDeclaration(member) ||
    ts.isPropertyDeclaration(member) ||
    ts.isClassStaticBlockDeclaration(member)
  )
}

/** @param {ts.Node} node */
function childrenOf(node) {
  /** @type {ts.Node[]} */
  const children = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  return children
}

module.exports = { createReach }
