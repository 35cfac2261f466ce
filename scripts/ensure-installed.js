// @ts-check
// Installs what package-lock.json asks for, unless that is what node_modules holds; also for the example of a storefront.
const fs = require("node:fs")
const path = require("node:path")
const { install, isInstalled } = require("./lib/installed")

const ROOT = path.resolve(__dirname, "..")

/** Through a link npm would change a folder that others use too. */
function isLink() {
  const stats = fs.lstatSync(path.join(ROOT, "node_modules"), {
    throwIfNoEntry: false,
  })
  return stats?.isSymbolicLink() ?? false
}

if (!isInstalled(ROOT)) {
  if (isLink()) {
    console.warn(
      "node_modules is a link and does not hold what package-lock.json asks for. It is used as it is; install where it points to."
    )
  } else {
    console.log("Installing the dependencies, for some minutes …")
    install(ROOT)
  }
}

// Not before: it needs packages that may only just have been installed.
const { ensureStorefrontInstalled } = require("./lib/storefront")
ensureStorefrontInstalled()
