import { installPlugin } from "../scripts/lib/plugin-package"
import { useStore } from "./helpers/use-store"
import { compiledFiles } from "./medusa-contract/compiled-files"
import {
  customerTable,
  customerTableWithPlugin,
} from "./medusa-contract/customer-table"
import { dashboard } from "./medusa-contract/dashboard"
import { document } from "./medusa-contract/document"
import { engine } from "./medusa-contract/engine"
import { handlers } from "./medusa-contract/handlers"
import { http } from "./medusa-contract/http"
import { identities } from "./medusa-contract/identities"
import { medusa } from "./medusa-contract/medusas"
import { modules } from "./medusa-contract/modules"
import {
  notifications,
  notificationsWithPlugin,
} from "./medusa-contract/notifications"
import { orders } from "./medusa-contract/orders"
import { personalData } from "./medusa-contract/personal-data"
import { pluginOptions } from "./medusa-contract/plugin-options"
import { pluginWalk } from "./medusa-contract/plugin-walk"
import { tokens } from "./medusa-contract/tokens"

/** What Medusa promises us, one sentence each: docs/medusa-contract.md says what to do when one is red. */
describe(`Medusa ${medusa.version}`, () => {
  const { storeDir: dir, pluginDir } = medusa

  compiledFiles()
  dashboard()

  describe("by itself", () => {
    const store = useStore({
      dir,
      migrate: true,
      env: { WITHOUT_PLUGIN: "1" },
    })

    handlers(store)
    http(store)
    tokens(store)
    identities(store)
    customerTable(store)
    personalData(store)
    orders(store)
    notifications(store)
    modules(store)
    engine(store)
  })

  describe("with the packed plugin", () => {
    beforeAll(() => installPlugin(pluginDir))

    const store = useStore({ dir, migrate: true })

    customerTableWithPlugin(store)
    pluginOptions(store)
    notificationsWithPlugin(store)
    pluginWalk(store)
  })

  document()
})
