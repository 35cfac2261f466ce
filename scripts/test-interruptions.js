// @ts-check
// `npm run test:interruptions`: every flow, cut before and after each of its writes, and killed at them, an erasure in each of
// its steps. It takes about an hour; `npm test` cuts a few flows after each write.
process.env.INTERRUPTIONS = "all"
process.argv.splice(
  2,
  0,
  "integration-tests/http/interruptions.spec.ts",
  "integration-tests/http/deletion-execution.spec.ts"
)
require("./test")
