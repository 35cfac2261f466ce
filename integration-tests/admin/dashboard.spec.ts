import { useDashboard } from "../helpers/use-dashboard"
import { customerWidget } from "./dashboard/customer-widget"
import { requestActions } from "./dashboard/request-actions"
import { requestsPage } from "./dashboard/requests-page"
import { requestsTable } from "./dashboard/requests-table"

describe("The dashboard of a store with the plugin", () => {
  const dashboard = useDashboard()

  requestsPage(dashboard)
  requestsTable(dashboard)
  requestActions(dashboard)
  customerWidget(dashboard)
})
