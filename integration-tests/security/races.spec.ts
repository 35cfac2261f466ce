import { useStore } from "../helpers/use-store"
import { codesOverTime } from "./races/codes"
import { limitsOfSends } from "./races/limits"
import { passwords } from "./races/passwords"
import { PER_IP_HOUR, SMS_PER_DAY } from "./races/settings"

const NO_WAIT = { resendThrottleSeconds: 0 }

// Wrong codes, right codes and sends of one customer at once: http/otp-verify and http/otp-send.
describe("Two servers over one database, attacked at once", () => {
  const store = useStore({
    servers: 2,
    logLevel: "error",
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      limits: { per_ip_hour: PER_IP_HOUR, sms_per_day: SMS_PER_DAY },
    },
  })

  codesOverTime(store)
  passwords(store)
  limitsOfSends(store)
})
