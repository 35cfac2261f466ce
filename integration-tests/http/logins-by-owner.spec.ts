import { useStore } from "../helpers/use-store"
import { editedContacts } from "./logins-by-owner/edited-contacts"
import { interruptedChanges } from "./logins-by-owner/interrupted-changes"
import { interruptedRegistrations } from "./logins-by-owner/interrupted-registrations"
import { sharedWithAdmins } from "./logins-by-owner/shared-with-admins"

describe("The login of a customer, found by its owner", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
      limits: { per_destination_hour: false, per_destination_day: false },
    },
  })

  editedContacts(store)
  interruptedRegistrations(store)
  interruptedChanges(store)
  sharedWithAdmins(store)
})
