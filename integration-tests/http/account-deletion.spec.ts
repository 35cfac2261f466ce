import { useStore } from "../helpers/use-store"
import { deletionRequests } from "./account-deletion/requests"

describe("Account deletion", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { identifier: "both" },
      limits: { per_destination_hour: false, per_destination_day: false },
      email_verification: { channel: "email", resendThrottleSeconds: 0 },
      phone_verification: { channel: "sms", resendThrottleSeconds: 0 },
    },
  })
  describe("the customer's requests", () => deletionRequests(store))
})
