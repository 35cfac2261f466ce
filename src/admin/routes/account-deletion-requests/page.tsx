import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Trash } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { RequestsTable } from "../../components/requests-table"

const TITLE = "Deletion requests"

const AccountDeletionRequestsPage = () => {
  return (
    <Container className="divide-y p-0">
      <header className="px-6 py-4">
        <Heading>{TITLE}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Customers who asked to have their accounts erased
        </Text>
      </header>
      <RequestsTable />
    </Container>
  )
}

export default AccountDeletionRequestsPage

export const config = defineRouteConfig({ label: TITLE, icon: Trash })

export const handle = { breadcrumb: () => TITLE }
