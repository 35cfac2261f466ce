import { useStore } from "../helpers/use-store"
import { crashes } from "./execution/crashes"
import { failures } from "./execution/failures"
import { workers } from "./execution/workers"

describe("Execution of account deletions", () => {
  const store = useStore({
    servers: 2,
    options: {
      email_verification: { resendThrottleSeconds: 0 },
      account_deletion_request: { scheduled_days: 0 },
    },
  })
  describe("by several workers", () => workers(store))
  describe("that fails", () => failures(store))
  describe("whose server is killed", () => crashes(store))
})
