// @ts-check
// `npm run test:redis`: two servers and a worker on Redis, which is away for 40 seconds; `npm test` lets it come back as soon as
// every request has its answer.
process.env.REDIS_OUTAGE_SECONDS = "40"
process.argv.splice(2, 0, "integration-tests/redis")
require("./test")
