// @ts-check
// `npm run test:matrix`: the packed plugin in stores of several versions of Medusa, installed, updated and walked through.
// `npm run test:matrix -- --help` lists the options.
require("./ensure-installed")

// Not before: it needs packages that may only just have been installed.
void import("./lib/matrix/main.mjs")
