import { useStore } from "../helpers/use-store"
import { flagsForAdmins } from "./profile/admin-flags"
import { guests } from "./profile/guests"
import { ownProfile } from "./profile/me"

describe("The profile in a store without options of the plugin", () => {
  const store = useStore()

  ownProfile(store)
  flagsForAdmins(store)
  guests(store)
})
