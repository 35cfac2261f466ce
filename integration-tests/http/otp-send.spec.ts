import { useStore } from "../helpers/use-store"
import { sendingCodes } from "./otp-send/send"
import { LIMITS, ownSettings } from "./otp-send/settings"
import { simultaneousSends, SMS_PER_DAY } from "./otp-send/simultaneous"
import { undoneSends } from "./otp-send/undone"

describe("Sending a code in a store that registers by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "phone" },
      phone: { default_country: "US" },
      limits: { sms_per_day: SMS_PER_DAY },
    },
  })

  sendingCodes(store)
  undoneSends(store)
  simultaneousSends(store)
})

describe("Sending a code in a store with settings of its own", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      login: { identifier: "phone" },
      otpLength: 8,
      otpCharset: "alphanumeric",
      otpExpiryMinutes: 60,
      maxAttempts: 2,
      email_verification: {
        template: "src/templates/code.html",
        subject: "Welcome",
        resendThrottleSeconds: 0,
      },
      phone_verification: {
        template: "provider-template-7",
        resendThrottleSeconds: 0,
      },
      limits: LIMITS,
    },
  })

  ownSettings(store)
})
