import path from "node:path"
import { useStore } from "../helpers/use-store"
import { clocks } from "./servers/clocks"
import { otherOptions } from "./servers/other-options"
import { secrets } from "./servers/secrets"

const HOUR_MS = 3_600_000
const SHIFT_CLOCK = path.resolve(__dirname, "../../scripts/lib/shift-clock.js")

const OPTIONS = {
  registration: { identifier: "email" },
  login: { identifier: "both" },
  email_verification: { resendThrottleSeconds: 0 },
  phone_verification: { resendThrottleSeconds: 60 },
  limits: { per_destination_hour: 5, logins_per_day: 4 },
}

const STRICTER = {
  ...OPTIONS,
  maxAttempts: 3,
  limits: { ...OPTIONS.limits, per_destination_hour: 3 },
}

const withClock = (ms: number) => ({
  NODE_OPTIONS: `--require=${SHIFT_CLOCK}`,
  CLOCK_OFFSET_MS: String(ms),
})

describe("Servers of one store that differ", () => {
  const store = useStore({
    options: OPTIONS,
    servers: 4,
    perServer: [
      {},
      { JWT_SECRET: "the-next-jwt-secret-of-the-test-store-long-enough" },
      { ...withClock(HOUR_MS), PLUGIN_OPTIONS: JSON.stringify(STRICTER) },
      withClock(-HOUR_MS),
    ],
  })

  describe("in the secret, in the middle of its rotation", () =>
    secrets(store, { old: 0, next: 1 }))
  describe("in their clocks, by an hour both ways", () =>
    clocks(store, { right: 0, fast: 2, slow: 3 }))
  describe("in their options", () => otherOptions(store, { five: 0, three: 2 }))
})
