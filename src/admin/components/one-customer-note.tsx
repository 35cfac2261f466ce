import { Button, Text } from "@medusajs/ui"
import { useTexts } from "../hooks/use-texts"
import { customerName } from "../lib/customer-name"
import { RequestCustomer } from "../lib/deletion-request"

type OneCustomerNoteProps = {
  customerId: string
  customer: RequestCustomer | null
  showAll: () => void
}

/** Says that the table shows one customer's requests, and leads back to all. */
export function OneCustomerNote({
  customerId,
  customer,
  showAll,
}: OneCustomerNoteProps) {
  const { text } = useTexts()
  const name = customerName({ customer, customer_id: customerId })
  return (
    <div className="bg-ui-bg-subtle flex items-center justify-between gap-2 border-t px-6 py-2">
      <Text size="small" className="text-ui-fg-subtle truncate">
        {text("requestsOf", { name })}
      </Text>
      <Button
        variant="transparent"
        size="small"
        className="whitespace-nowrap"
        onClick={showAll}
      >
        {text("showAll")}
      </Button>
    </div>
  )
}
