// @ts-check
const ts = require("typescript")

/**
 * @typedef {ts.Declaration | ts.ExportAssignment} Unit what is reached as a whole: a declaration at the top of a file, or
 * a member of a class
 */

/**
 * @typedef {object} Reference
 * @property {Unit[]} units
 * @property {string[]} barrels files that only pass the name on
 */

/** @type {Reference} */
const NOTHING = { units: [], barrels: [] }

/**
 * Finds what an expression refers to. Types are no references: they are gone when the code runs.
 *
 * @param {ts.TypeChecker} checker
 * @param {(file: ts.SourceFile) => boolean} isOurs
 */
function createResolver(checker, isOurs) {
  /**
   * @param {ts.Symbol | undefined} symbol
   * @returns {Reference}
   */
  function ofSymbol(symbol) {
    const declarations = symbol?.declarations ?? []
    const imported = declarations.find(isImport)
    if (imported) {
      return ofImport(imported)
    }
    const units = declarations
      .filter((node) => isOurs(node.getSourceFile()))
      .map(unitOf)
      .filter((unit) => unit !== undefined)
    return { units, barrels: [] }
  }

  /**
   * @param {ts.ImportSpecifier | ts.ImportClause} node
   * @returns {Reference}
   */
  function ofImport(node) {
    const statement = ts.findAncestor(node, ts.isImportDeclaration)
    const name = ts.isImportSpecifier(node)
      ? (node.propertyName ?? node.name).text
      : "default"
    return statement
      ? (ofExport(statement.moduleSpecifier, name) ?? NOTHING)
      : NOTHING
  }

  /**
   * @param {ts.Expression} specifier the file's name, as an import or an export writes it
   * @param {string} name of the export
   * @returns {Reference | undefined}
   */
  function ofExport(specifier, name) {
    const file = checker.getSymbolAtLocation(specifier)
    const source = file?.declarations?.find(ts.isSourceFile)
    if (!file || !source || !isOurs(source)) {
      return undefined
    }
    const symbol = file.exports?.get(ts.escapeLeadingUnderscores(name))
    const exported = symbol?.declarations?.find(ts.isExportSpecifier)
    if (symbol && !exported) {
      return ofSymbol(symbol)
    }
    const found = exported ? ofSpecifier(exported) : ofStars(source, name)
    return found && { ...found, barrels: [source.fileName, ...found.barrels] }
  }

  /**
   * @param {ts.ExportSpecifier} node
   * @returns {Reference | undefined}
   */
  function ofSpecifier(node) {
    const from = node.parent.parent.moduleSpecifier
    return from
      ? ofExport(from, (node.propertyName ?? node.name).text)
      : ofSymbol(checker.getExportSpecifierLocalTargetSymbol(node))
  }

  /**
   * @param {ts.SourceFile} source
   * @param {string} name
   */
  function ofStars(source, name) {
    for (const statement of source.statements) {
      const from = ts.isExportDeclaration(statement) && !statement.exportClause
      const found =
        from && statement.moduleSpecifier
          ? ofExport(statement.moduleSpecifier, name)
          : undefined
      if (found) {
        return found
      }
    }
    return undefined
  }

  /**
   * @param {ts.Identifier | ts.PrivateIdentifier} node
   * @returns {Reference}
   */
  function ofIdentifier(node) {
    return ofSymbol(
      ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node)
    )
  }

  return { ofIdentifier }
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.ImportSpecifier | ts.ImportClause}
 */
function isImport(node) {
  return ts.isImportSpecifier(node) || ts.isImportClause(node)
}

/**
 * What a declaration is reached as. A property of an object and a parameter have no unit: what holds them has one.
 *
 * @param {ts.Declaration} node
 * @returns {Unit | undefined}
 */
function unitOf(node) {
  if (ts.isClassElement(node)) {
    return ts.isClassDeclaration(node.parent) ? node : undefined
  }
  const isTop =
    ts.isSourceFile(node.parent) ||
    (ts.isVariableDeclaration(node) &&
      ts.isVariableStatement(node.parent.parent) &&
      ts.isSourceFile(node.parent.parent.parent))
  const isValue =
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isExportAssignment(node)
  if (isTop && isValue) {
    return node
  }
  return ts.isBindingElement(node) ? unitOfBinding(node) : undefined
}

/** @param {ts.BindingElement} node */
function unitOfBinding(node) {
  const whole = ts.findAncestor(node, ts.isVariableDeclaration)
  return whole && unitOf(whole)
}

module.exports = { createResolver }
