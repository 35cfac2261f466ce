import { useDashboard } from "../helpers/use-dashboard"
import { customerWidget } from "./dashboard/customer-widget"
import { languages } from "./dashboard/languages"
import { requestActions } from "./dashboard/request-actions"
import { requestsPage } from "./dashboard/requests-page"
import { requestsTable } from "./dashboard/requests-table"
import { withoutEmail } from "./dashboard/without-email"

describe("The dashboard of a store with the plugin", () => {
  const dashboard = useDashboard()

  requestsPage(dashboard)
  requestsTable(dashboard)
  requestActions(dashboard)
  customerWidget(dashboard)
  withoutEmail(dashboard)
  languages(dashboard)
})
