import type { Contact } from "../config"
import { Link } from "../routing"
import { readableContact } from "../shop/phone"
import { useCustomer, type Customer } from "../shop/session"
import { useWords } from "../words/languages"

/** A contact of the customer, whether it is proven, and what can be done with it. */
export function ContactRow({ contact }: { contact: Contact }) {
  const { account, contacts } = useWords()
  const customer = useCustomer()
  const value = contactOf(customer, contact)
  const verified = customer[`${contact}_verified`]
  const change = value ? account.change : account.add

  return (
    <div className="row">
      <div className="row-text">
        <strong>{contacts[contact]}</strong>
        {value ? (
          <>
            <bdi className="contact">{readableContact(contact, value)}</bdi>
            <Badge verified={verified} />
          </>
        ) : (
          <span>{account.none}</span>
        )}
      </div>
      <div className="row-actions">
        {value && !verified && (
          <Link
            to={`/account/verify-${contact}`}
            className="button small primary"
            label={`${account.verify}: ${contacts[contact]}`}
          >
            {account.verify}
          </Link>
        )}
        <Link
          to={`/account/${contact}`}
          className="button small"
          label={`${change}: ${contacts[contact]}`}
        >
          {change}
        </Link>
      </div>
    </div>
  )
}

/** An e-mail that another account has named, too, is the customer's once they prove it. */
export function contactOf(customer: Customer, contact: Contact): string | null {
  return contact === "email"
    ? (customer.email ?? customer.pending_email ?? null)
    : customer.phone
}

function Badge({ verified }: { verified: boolean }) {
  const { account } = useWords()
  return (
    <span className={verified ? "badge good" : "badge open"}>
      <svg viewBox="0 0 24 24" className="icon" aria-hidden="true">
        {verified ? (
          <path d="m5 12.5 4.5 4.5L19 7.5" />
        ) : (
          <path d="M12 6v7m0 4.2v.1" />
        )}
      </svg>
      {verified ? account.verified : account.notVerified}
    </span>
  )
}
