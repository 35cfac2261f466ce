// @ts-check
// `npm run test:redis`: two servers and a worker on Redis, which is away for 40 seconds.
process.env.NIGHTLY = "1"
process.env.REDIS_OUTAGE_SECONDS ??= "40"
process.argv.splice(2, 0, "integration-tests/redis")
require("./test")
