// @ts-check
const { existsSync, readFileSync } = require("node:fs")
const path = require("node:path")

/**
 * The spec that runs a file's tests: itself, or the one with the name of its folder, which has to import it.
 *
 * @param {string} root
 * @param {string} file relative to root
 * @example specOf(root, "integration-tests/http/sessions/flows.ts") // "integration-tests/http/sessions.spec.ts"
 */
function specOf(root, file) {
  if (/\.spec\.[jt]sx?$/.test(file)) {
    return file
  }
  const folder = path.posix.dirname(file)
  const part = `./${path.posix.basename(folder)}/${path.posix.parse(file).name}"`
  const spec = `${folder}.spec.ts`
  if (
    !existsSync(path.join(root, spec)) ||
    !readFileSync(path.join(root, spec), "utf8").includes(part)
  ) {
    throw new Error(`no spec runs ${file}: ${spec} would have to import it`)
  }
  return spec
}

module.exports = { specOf }
