// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { packPlugin, ROOT } = require("../plugin-package")
const { makeProductionTree, sbomOf } = require("./production-tree")

const RELEASE = path.join(ROOT, "release")

/**
 * Writes what belongs to a release into release/: the tarball of what is built, its digest and a bill of materials.
 *
 * @returns {Promise<string>} the tarball
 */
async function writeReleaseFiles() {
  fs.rmSync(RELEASE, { recursive: true, force: true })
  fs.mkdirSync(RELEASE)
  const { filename, integrity } = await packPlugin([
    "--pack-destination",
    RELEASE,
  ])
  const dir = await makeProductionTree()
  try {
    const bill = filename.replace(/\.tgz$/, ".cdx.json")
    fs.writeFileSync(path.join(RELEASE, bill), await sbomOf(dir))
    fs.writeFileSync(path.join(RELEASE, `${filename}.sha512`), `${integrity}\n`)
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
  for (const name of fs.readdirSync(RELEASE).sort()) {
    const { size } = fs.statSync(path.join(RELEASE, name))
    console.log(`release/${name}  ${size} bytes`)
  }
  return path.join(RELEASE, filename)
}

module.exports = { writeReleaseFiles }
