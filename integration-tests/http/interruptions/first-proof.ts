import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
} from "../../helpers/fixtures"
import { NEW_PASSWORD } from "../../helpers/new-password"
import { customerRow } from "../../helpers/rows"
import { Flow, flow, Stranger } from "./flow"
import {
  CONTACT,
  must,
  mustBeTheOnly,
  mustLogIn,
  mustNotLogIn,
  OTHER,
} from "./person"
import { Proof, Way } from "./ways"

type Owner = Proof & { id: string; strangers: Stranger[] }

/** The owner of a contact sets a password for the account that a stranger has registered under it. */
export function firstProof(way: Way): Flow {
  const { provider } = way
  const kind = CONTACT[provider]
  const other = OTHER[provider]

  return flow<Owner>({
    name: `${way.name} as first proof`,
    prepare: async ({ store }) => {
      const { customer, registrationToken } = await registerCustomer(store, {
        provider,
        email: freshEmail(),
        phone: freshPhone(),
      })
      const contact = customer[kind]!
      const stranger = {
        contact,
        provider,
        password: PASSWORD,
        registrationToken,
      }
      // The stranger's own contact is on the account, too: a way back in.
      const trojan = {
        ...stranger,
        provider: other,
        contact: customer[CONTACT[other]]!,
      }
      return { id: customer.id, contact, strangers: [stranger, trojan] }
    },
    run: way.run,
    retry: way.retry,
    check: async (shop, { id, contact, strangers }) => {
      const row = await customerRow(shop.store, id)
      must(row?.[`${kind}_verified`] === true, `the ${kind} is unverified`)
      await mustBeTheOnly(shop, id, provider, contact)
      await mustLogIn(shop, id, provider, contact, NEW_PASSWORD)
      for (const stranger of strangers) {
        const words = "the stranger's password"
        await mustNotLogIn(
          shop,
          words,
          stranger.provider,
          stranger.contact,
          PASSWORD
        )
      }
    },
    strangers: ({ strangers }) => strangers,
  })
}
