import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Trash } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { RequestsTable } from "../../components/requests-table"
import { useTexts } from "../../hooks/use-texts"

const AccountDeletionRequestsPage = () => (
  <Container className="p-0">
    <RequestsTable />
  </Container>
)

export default AccountDeletionRequestsPage

export const config = defineRouteConfig({
  // A key of the texts, and what a Medusa shows that does not translate it.
  label: "Deletion requests",
  // The namespace of the texts; Medusa reads it from this file, where it has to be a string.
  translationNs: "customer-registration",
  icon: Trash,
})

const Breadcrumb = () => useTexts().text("Deletion requests")

export const handle = { breadcrumb: () => <Breadcrumb /> }
