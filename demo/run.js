// @ts-check
// `npm run demo`: opens a shop, walks through it and leaves it open for you to try.
// `npm run demo -- --exit` ends after the walk.
require("../scripts/ensure-installed")

// Not before: it needs packages that may only just have been installed.
void import("./main.mjs")
