import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { NameAndPhone } from "../components/name-and-phone"
import { useTexts } from "../hooks/use-texts"

/** Who ordered, where Medusa shows the order's e-mail and there is none. */
const OrderWithoutEmailWidget = ({
  data: { email, customer },
}: DetailWidgetProps<AdminOrder>) => {
  const { text } = useTexts()
  if (email || !customer) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{text("orderedBy")}</Heading>
        <Link
          to={`/customers/${customer.id}`}
          className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover whitespace-nowrap"
        >
          {text("viewCustomer")}
        </Link>
      </div>
      <NameAndPhone customer={customer} />
    </Container>
  )
}

export default OrderWithoutEmailWidget

export const config = defineWidgetConfig({
  id: "customer-registration:order-without-email",
  zone: "order.details.side.before",
})
