import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { OpenDeletionRequest } from "../components/open-deletion-request"
import { VerificationSection } from "../components/verification-section"

const CustomerVerificationWidget = ({
  data: { id },
}: DetailWidgetProps<AdminCustomer>) => {
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        Verification
      </Heading>
      <VerificationSection customerId={id} />
      <OpenDeletionRequest customerId={id} />
    </Container>
  )
}

export default CustomerVerificationWidget

export const config = defineWidgetConfig({
  id: "customer-registration:verification",
  zone: "customer.details.side.before",
})
