import { useStore } from "../helpers/use-store"
import { limitedCodes } from "./core-verification/limits"
import { sharedProofs } from "./core-verification/proofs"
import { refusedRequests } from "./core-verification/refusals"
import { OPTIONS, OTHER_OPTIONS } from "./core-verification/settings"
import { verifiedBySdk } from "./core-verification/sdk"

describe("Medusa's own verification in a store that joins it with the plugin's", () => {
  const store = useStore({
    servers: 2,
    options: OPTIONS,
    perServer: [{}, { PLUGIN_OPTIONS: JSON.stringify(OTHER_OPTIONS) }],
    env: { OTP_PROVIDER: "1" },
    http: {
      authVerificationsPerActor: {
        customer: [
          { auth_provider: "emailpass", entity_type: "email" },
          { auth_provider: "phonepass", entity_type: "phone_number" },
        ],
      },
    },
  })

  verifiedBySdk(store)
  limitedCodes(store)
  sharedProofs(store)
  refusedRequests(store)
})
