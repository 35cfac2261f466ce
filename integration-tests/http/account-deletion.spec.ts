import { useStore } from "../helpers/use-store"
import { adminActions } from "./account-deletion/admin-actions"
import { adminList } from "./account-deletion/admin-list"
import { deletionCancellations } from "./account-deletion/cancellations"
import { deletionConfirmations } from "./account-deletion/confirmations"
import { deletionRequests } from "./account-deletion/requests"
import { ownSettings } from "./account-deletion/settings"
import { undoneDeletions } from "./account-deletion/undone"

const NO_WAIT = { resendThrottleSeconds: 0 }

describe("Account deletion in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
    },
  })
  describe("A request for account deletion", () => deletionRequests(store))
  describe("A confirmation of an account deletion", () =>
    deletionConfirmations(store))
  describe("A cancellation of an account deletion", () =>
    deletionCancellations(store))
  describe("The workflows of an account deletion", () => undoneDeletions(store))
  describe("The admin's list of deletion requests", () => adminList(store))
  describe("The admin's routes of a deletion request", () =>
    adminActions(store))
})

describe("Account deletion in a store with settings of its own", () => {
  const store = useStore({
    options: {
      account_deletion_request: {
        template: "src/templates/code.html",
        subject: "Leaving?",
        scheduled_days: 30,
      },
    },
  })

  ownSettings(store)
})
