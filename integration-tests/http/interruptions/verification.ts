import {
  freshEmail,
  freshPhone,
  PASSWORD,
  Provider,
  registerCustomer,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { Flow, flow } from "./flow"
import {
  CONTACT,
  mustBeTheOnly,
  mustLogIn,
  must,
  newCode,
  ok,
  okOrRefused,
  TypedCode,
} from "./person"
import { Shop } from "./use-shop"

type Unproven = { id: string; contact: string; typed?: TypedCode }

/** The code of a new account is sent and typed, which logs in. */
export function verification(provider: Provider): Flow {
  const type = `${CONTACT[provider]}_verification` as const

  const prove = async (shop: Shop, person: Unproven) => {
    person.typed = await newCode(shop, person.contact, () =>
      send(shop.store, person.id, type)
    )
    const { token, code } = person.typed
    const answer = ok(await verify(shop.store, token, code), "verify")
    must(Boolean(answer.token), "verify gives no login")
  }

  return flow<Unproven>({
    name: `verify with login, ${provider}`,
    prepare: async ({ store }) => {
      const { customer } = await registerCustomer(store, {
        provider,
        email: freshEmail(),
        phone: freshPhone(),
      })
      return { id: customer.id, contact: customer[CONTACT[provider]]! }
    },
    run: prove,
    retry: async (shop, person) => {
      const { typed, id } = person
      if (
        typed &&
        okOrRefused(
          await verify(shop.store, typed.token, typed.code),
          "verify again"
        )
      ) {
        return
      }
      const { verified } = await stateOf(shop, person)
      if (verified) {
        const refused = await send(shop.store, id, type)
        must(
          refused.body.code === "already_verified",
          `send again: ${refused.status} ${refused.body.code}`
        )
      } else {
        await prove(shop, person)
      }
    },
    check: async (shop, person) => {
      must((await stateOf(shop, person)).verified, "the contact is unverified")
      await mustBeTheOnly(shop, person.id, provider, person.contact)
      await mustLogIn(shop, person.id, provider, person.contact, PASSWORD)
    },
  })

  async function stateOf({ store }: Shop, { id }: Unproven) {
    const row = await customerRow(store, id)
    return { verified: row?.[`${CONTACT[provider]}_verified`] ?? false }
  }
}
