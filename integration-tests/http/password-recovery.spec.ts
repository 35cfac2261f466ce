import { freshEmail } from "../helpers/fixtures"
import { askForRecovery } from "../helpers/new-password"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"
import { recoveryConfirmations } from "./password-recovery/confirmations"
import { refusedConfirmations } from "./password-recovery/refused"
import { recoveryRequests } from "./password-recovery/requests"

describe("A password recovery in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
      limits: { per_destination_hour: 8 },
    },
  })

  recoveryRequests(store)
  recoveryConfirmations(store)
  refusedConfirmations(store)
})

describe("A password recovery in a store without codes by e-mail", () => {
  const store = useStore({
    options: { registration: { identifier: "phone" } },
  })

  it("refuses every e-mail with 400 verification_not_configured", async () => {
    const { status, body } = await expectNothingWritten(store, () =>
      askForRecovery(store, { email: freshEmail() })
    )

    expect(status).toBe(400)
    expect(body).toMatchObject({
      type: "invalid_data",
      code: "verification_not_configured",
    })
  })
})
