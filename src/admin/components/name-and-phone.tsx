import { Text } from "@medusajs/ui"
import { customerName } from "../lib/customer-name"
import { RequestCustomer } from "../lib/deletion-request"

type NameAndPhoneProps = {
  customer: Pick<RequestCustomer, "id"> &
    Partial<Omit<RequestCustomer, "id" | "email">>
}

/** Who a customer without an e-mail is. */
export function NameAndPhone({
  customer: { id, first_name, last_name, phone },
}: NameAndPhoneProps) {
  const name = customerName({
    customer: { first_name, last_name, phone },
    customer_id: id,
  })
  return (
    <div className="px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        <bdi dir={name === phone ? "ltr" : "auto"}>{name}</bdi>
      </Text>
      {phone && phone !== name && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          <bdi dir="ltr">{phone}</bdi>
        </Text>
      )}
    </div>
  )
}
