import { useStore } from "../helpers/use-store"
import { badBodies } from "./by-email/bad-bodies"
import { loginWithMfa } from "./by-email/login-mfa"
import { loginSpelling } from "./by-email/login-spelling"
import { profile } from "./by-email/profile"
import { registrationByEmail } from "./by-email/registration"

describe("A store without any options of the plugin", () => {
  const store = useStore()

  registrationByEmail(store)
  badBodies(store)
  profile(store)
  loginSpelling(store)
  loginWithMfa(store)
})
