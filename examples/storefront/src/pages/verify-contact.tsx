import { contactOf } from "../components/contact-row"
import { CodePage } from "../components/code-page"
import type { Contact } from "../config"
import { Redirect, useRouting } from "../routing"
import { readableContact } from "../shop/phone"
import { useCustomer, useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useWords } from "../words/languages"

/** Proves a contact of the account that no code was typed for yet. */
export function VerifyContact({ contact }: { contact: Contact }) {
  const { customers } = useShop()
  const { refresh } = useSession()
  const { go } = useRouting()
  const { code } = useWords()
  const customer = useCustomer()
  const value = contactOf(customer, contact)
  const type = `${contact}_verification` as const

  if (!value || customer[`${contact}_verified`]) {
    return <Redirect to="/account" />
  }
  return (
    <CodePage
      purpose={`${type} ${customer.id}`}
      intro={code.sentTo}
      to={readableContact(contact, value)}
      send={() => customers.sendCode({ customer_id: customer.id, type })}
      verify={async (typed) => {
        await customers.verifyCode(typed)
        go("/account", { notice: "verified" }, "replace")
        await refresh()
      }}
      onBack={() => go("/account")}
    />
  )
}
