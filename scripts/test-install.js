// @ts-check
// `npm run test:install`: what the documents say about installing, typed as written in a store outside the repository.
// `npm run test:install -- --help` lists the options.
require("./ensure-installed")

// Not before: it needs packages that may only just have been installed.
void import("./lib/install/main.mjs")
