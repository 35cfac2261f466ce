import { askForChange, confirmChange } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  Provider,
  registerIdentity,
} from "../../helpers/fixtures"
import { customersWith, identitiesOf } from "../../helpers/rows"
import { Flow, flow, Stranger } from "./flow"
import {
  CONTACT,
  login,
  Member,
  must,
  mustBeTheOnly,
  mustLogIn,
  mustNotLogIn,
  newCode,
  ok,
  okOrRefused,
  provenAccount,
  TypedCode,
} from "./person"
import { Shop } from "./use-shop"

type Mover = Member & { to: string; typed?: TypedCode; stranger?: Stranger }

const STRANGERS_PASSWORD = "a password of somebody else"

/**
 * The contact by which somebody logs in becomes another, which is nobody's, or under which a stranger has begun a
 * registration.
 */
export function contactChange(provider: Provider, contested = false): Flow {
  const contact = CONTACT[provider]

  const ask = (shop: Shop, { to, token }: Mover) =>
    askForChange(shop.store, token, { [contact]: to })

  const prove = async (shop: Shop, person: Mover) => {
    person.typed = await newCode(shop, person.to, () => ask(shop, person))
    const { token, typed } = person
    ok(await confirmChange(shop.store, token, typed), "contact/verify")
  }

  return flow<Mover>({
    name: `contact change, ${contested ? "contested " : ""}${contact}`,
    prepare: async (shop) => {
      const member = await provenAccount(shop, provider)
      const to = contact === "email" ? freshEmail() : freshPhone()
      if (!contested) {
        return { ...member, to }
      }
      const password = STRANGERS_PASSWORD
      const registrationToken = await registerIdentity(
        shop.store,
        provider,
        to,
        password
      )
      const stranger = { provider, contact: to, password, registrationToken }
      return { ...member, to, stranger }
    },
    run: prove,
    retry: async (shop, person) => {
      const { typed, token } = person
      if (
        typed &&
        okOrRefused(
          await confirmChange(shop.store, token, typed),
          "contact/verify again"
        )
      ) {
        return
      }
      person.token = await workingToken(shop, person)
      const { customer } = ok(
        await shop.store.api("GET", "/store/customers/me", person),
        "GET me"
      )
      const isDone =
        customer[contact] === person.to && customer[`${contact}_verified`]
      if (isDone) {
        const refused = await ask(shop, person)
        must(
          refused.body.code === "already_verified",
          `the same change again: ${refused.status} ${refused.body.code}`
        )
      } else {
        await prove(shop, person)
      }
    },
    check: async (shop, person) => {
      const { id, to } = person
      const old = person[contact]
      await mustBeTheOnly(shop, id, provider, to)
      await mustLogIn(shop, id, provider, to, PASSWORD)
      await mustNotLogIn(shop, "the old contact", provider, old, PASSWORD)
      must(
        (await customersWith(shop.store, old)).length === 0 &&
          (await identitiesOf(shop.store, old)).length === 0,
        "the old contact is not free"
      )
    },
    strangers: ({ stranger }) => (stranger ? [stranger] : []),
  })

  /** The token that they have or, if it is over, that of a login by the new contact or the old. */
  async function workingToken(shop: Shop, person: Mover): Promise<string> {
    const me = await shop.store.api("GET", "/store/customers/me", person)
    if (me.status === 200) {
      return person.token
    }
    const token =
      (await login(shop, provider, person.to, PASSWORD)) ??
      (await login(shop, provider, person[contact], PASSWORD))
    must(
      token !== undefined,
      "no login, neither by the new contact nor by the old"
    )
    return token
  }
}
