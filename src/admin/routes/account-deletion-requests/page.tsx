import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Trash } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { RequestsTable } from "../../components/requests-table"

const AccountDeletionRequestsPage = () => (
  <Container className="p-0">
    <RequestsTable />
  </Container>
)

export default AccountDeletionRequestsPage

export const config = defineRouteConfig({
  label: "Deletion requests",
  icon: Trash,
})

export const handle = { breadcrumb: () => "Deletion requests" }
