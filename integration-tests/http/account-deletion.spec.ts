import { useStore } from "../helpers/use-store"
import { adminRoutes } from "./account-deletion/admin"
import { deletionCancellations } from "./account-deletion/cancellations"
import { deletionConfirmations } from "./account-deletion/confirmations"
import { deletionRequests } from "./account-deletion/requests"
import { throttledRequests } from "./account-deletion/throttled"
import { undoneDeletions } from "./account-deletion/undone"

const NO_WAIT = { resendThrottleSeconds: 0 }

describe("Account deletion", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
    },
  })
  describe("a request", () => deletionRequests(store))
  describe("a confirmation", () => deletionConfirmations(store))
  describe("a cancellation", () => deletionCancellations(store))
  describe("undone", () => undoneDeletions(store))
  describe("the admin's routes", () => adminRoutes(store))
})

describe("Account deletion in a store of one contact", () => {
  const store = useStore({
    options: {
      account_deletion_request: {
        template: "src/templates/code.html",
        subject: "Leaving?",
        scheduled_days: 30,
      },
    },
  })

  throttledRequests(store)
})
