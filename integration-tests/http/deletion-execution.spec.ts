import { useStore } from "../helpers/use-store"
import { crashes } from "./deletion-execution/crashes"
import { failures } from "./deletion-execution/failures"
import { workers } from "./deletion-execution/workers"

describe("The execution of account deletions on two servers", () => {
  const store = useStore({
    servers: 2,
    options: {
      email_verification: { resendThrottleSeconds: 0 },
      account_deletion_request: { scheduled_days: 0 },
    },
  })
  describe("Workers that execute deletions", () => workers(store))
  describe("A deletion whose execution fails", () => failures(store))
  describe("A deletion whose server is killed", () => crashes(store))
})
