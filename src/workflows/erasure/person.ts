import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { CONTACTS } from "../../options"
import { contactToProve } from "../../codes"

/** Whom to erase, and by what they are found. */
export type Person = {
  /** Their account's id, then those of the guests that ordered with its verified e-mail. */
  customer_ids: string[]
  /** Their contacts as they are stored and in normal form: proven ones, by which anything that has them is theirs. */
  proven: string[]
  /** The others, which may be a stranger's by mistake. */
  unproven: string[]
}

/**
 * Whom a customer's id stands for. A step asks anew, because the contacts must not become part of a workflow's state.
 *
 * @returns no contacts once the customer is erased
 * @example const { customer_ids } = await findPerson(container, "cus_1")
 */
export async function findPerson(
  container: MedusaContainer,
  customerId: string
): Promise<Person> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const rows = await registration.findPerson(customerId)
  const contacts = rows.flatMap((row) =>
    CONTACTS.flatMap((contact) =>
      [row[contact], contactToProve(row, contact, options)].flatMap((value) =>
        value
          ? [
              {
                value,
                proven: row.id !== customerId || row[`${contact}_verified`],
              },
            ]
          : []
      )
    )
  )
  const values = (proven: boolean) => [
    ...new Set(
      contacts.filter((one) => one.proven === proven).map(({ value }) => value)
    ),
  ]
  const ids = new Set([customerId, ...rows.map(({ id }) => id)])
  return {
    customer_ids: [...ids],
    proven: values(true),
    unproven: values(false),
  }
}
