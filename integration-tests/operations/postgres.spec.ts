import type { OwnPostgres } from "../../scripts/lib/postgres"
import { startEmbedded, THROWAWAY_FLAGS } from "../../scripts/lib/postgres"
import { useStore } from "../helpers/use-store"
import { interruption } from "./postgres/interruption"
import { smallPool } from "./postgres/small-pool"

describe("A store with five connections to a PostgreSQL of its own", () => {
  let postgres: OwnPostgres

  beforeAll(async () => {
    postgres = await startEmbedded({ flags: THROWAWAY_FLAGS })
  }, 60_000)

  afterAll(() => postgres.stop())

  describe("two servers", () => {
    const store = useStore(() => ({
      servers: 2,
      postgres,
      migrate: true,
      env: { DATABASE_DRIVER_OPTIONS: JSON.stringify({ pool: { max: 5 } }) },
      options: {
        registration: { identifier: "email" },
        login: { identifier: "both" },
        email_verification: { resendThrottleSeconds: 0 },
        phone_verification: { resendThrottleSeconds: 3_600 },
        limits: { logins_per_day: 4 },
      },
    }))

    describe("under many requests at once", () => smallPool(store))
    describe("whose PostgreSQL stops and starts again", () =>
      interruption(store, (meanwhile) => postgres.interrupt(meanwhile)))
  })
})
