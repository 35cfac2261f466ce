import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { NameAndPhone } from "../components/name-and-phone"
import { OpenDeletionRequest } from "../components/open-deletion-request"
import { VerificationSection } from "../components/verification-section"
import { useTexts } from "../hooks/use-texts"

const CustomerVerificationWidget = ({
  data,
}: DetailWidgetProps<AdminCustomer>) => {
  const { text } = useTexts()
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {text("verification")}
      </Heading>
      {/* Medusa heads the page with the e-mail. */}
      {!data.email && <NameAndPhone customer={data} />}
      <VerificationSection customerId={data.id} />
      <OpenDeletionRequest customerId={data.id} />
    </Container>
  )
}

export default CustomerVerificationWidget

export const config = defineWidgetConfig({
  id: "customer-registration:verification",
  zone: "customer.details.side.before",
})
