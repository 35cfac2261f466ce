import { useRedis } from "../helpers/use-redis"
import { useStore } from "../helpers/use-store"
import { deletionsByTheJob } from "./scale-out/deletions"
import { flows } from "./scale-out/flows"
import { outage } from "./scale-out/outage"
import { races } from "./scale-out/races"

describe("Two servers and a worker whose modules are on Redis", () => {
  const redis = useRedis()

  describe("one database", () => {
    const store = useStore(() => ({
      servers: 3,
      perServer: ["server", "server", "worker"].map((mode) => ({
        MEDUSA_WORKER_MODE: mode,
      })),
      env: { REDIS_URL: redis.url, MEDUSA_FF_CACHING: "true" },
      options: {
        registration: { identifier: "email" },
        login: { identifier: "both" },
        email_verification: { resendThrottleSeconds: 0 },
        phone_verification: { resendThrottleSeconds: 0 },
        account_deletion_request: { scheduled_days: 0 },
        limits: { sms_per_day: false },
      },
    }))
    const deletions = deletionsByTheJob(store)

    // The job runs every minute: meanwhile the other tests do.
    deletions.begin()
    describe("flows", () => flows(store))
    describe("races", () => races(store))
    describe("while Redis is away and after", () =>
      outage(store, redis, () => deletions.confirmMeanwhile()))
    describe("deletions", () => deletions.end())
  })
})
