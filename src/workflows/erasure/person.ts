import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { contactToProve } from "../../codes"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { CONTACTS } from "../../options"

/** Input of `erase-customer`, and of its hook. */
export type EraseCustomerInput = {
  customer_id: string
  /** The deletion request; without one, no completion notice is sent. */
  request_id?: string
}

/** A person to erase, and what their data is found by. */
export type Person = {
  /** Their account's id, then those of the guests that ordered with its verified e-mail. */
  customer_ids: string[]
  /**
   * Their proven contacts, as stored and in normal form: whatever has one of them is the person's.
   * An unproven contact may be a stranger's by mistake.
   */
  proven: string[]
}

/**
 * Finds the person behind a customer's id. Each step does so anew, because the contacts must not become part of a
 * workflow's state.
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
    CONTACTS.filter(
      (contact) => row.id !== customerId || row[`${contact}_verified`]
    ).flatMap((contact) => [
      row[contact],
      contactToProve(row, contact, options),
    ])
  )
  return {
    customer_ids: [...new Set([customerId, ...rows.map(({ id }) => id)])],
    proven: [...new Set(contacts.flatMap((value) => (value ? [value] : [])))],
  }
}

/** A name as an address has it. */
type Name = { first_name: string; last_name: string }

/**
 * The full names of customers: their own, and those in their addresses.
 *
 * @returns none once the customers are erased
 * @example await findNames(container, ["cus_1"]) // [{ first_name: "Ada", last_name: "Lovelace" }]
 */
export async function findNames(
  container: MedusaContainer,
  customerIds: string[]
): Promise<Name[]> {
  const customers = container.resolve(Modules.CUSTOMER)
  // An admin may have deleted the customer meanwhile.
  const config = {
    select: ["id", "first_name", "last_name"],
    withDeleted: true,
  }
  const named: Partial<Record<keyof Name, string | null>>[] = [
    ...(await customers.listCustomers({ id: customerIds }, config)),
    ...(await customers.listCustomerAddresses(
      { customer_id: customerIds },
      config
    )),
  ]
  const names = named.flatMap(({ first_name, last_name }) =>
    first_name && last_name ? [{ first_name, last_name }] : []
  )
  const byText = new Map(names.map((name) => [JSON.stringify(name), name]))
  return [...byText.values()]
}
