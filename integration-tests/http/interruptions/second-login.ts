import { PASSWORD, Provider, registerIdentity } from "../../helpers/fixtures"
import { Flow, flow, Stranger } from "./flow"
import {
  CONTACT,
  logIn,
  Member,
  mustBeTheOnly,
  mustLogIn,
  ok,
  OTHER,
  provenAccount,
} from "./person"
import { Shop } from "./use-shop"

type TwoContacts = Member & { stranger: Stranger }

const STRANGERS_PASSWORD = "a password of somebody else"

/** The first login with the other verified contact, under which a stranger has begun a registration. */
export function secondLogin(provider: Provider): Flow {
  const kind = CONTACT[provider]

  const logInAgain = async (shop: Shop, person: TwoContacts) => {
    const answer = await logIn(shop, provider, person[kind], PASSWORD)
    ok(answer, `the first login by ${kind}`)
  }

  return flow<TwoContacts>({
    name: `second login, ${provider}`,
    prepare: async (shop) => {
      const member = await provenAccount(shop, OTHER[provider])
      const contact = member[kind]
      const password = STRANGERS_PASSWORD
      const registrationToken = await registerIdentity(
        shop.store,
        provider,
        contact,
        password
      )
      const stranger = { provider, contact, password, registrationToken }
      return { ...member, stranger }
    },
    run: logInAgain,
    retry: logInAgain,
    check: async (shop, person) => {
      for (const one of [provider, OTHER[provider]]) {
        const contact = person[CONTACT[one]]
        await mustBeTheOnly(shop, person.id, one, contact)
        await mustLogIn(shop, person.id, one, contact, PASSWORD)
      }
    },
    strangers: ({ stranger }) => [stranger],
  })
}
