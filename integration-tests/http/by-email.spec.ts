import { useStore } from "../helpers/use-store"
import { badBodies } from "./by-email/bad-bodies"
import { registrationByEmail } from "./by-email/registration"

describe("A store without any options of the plugin", () => {
  const store = useStore()

  registrationByEmail(store)
  badBodies(store)
})
