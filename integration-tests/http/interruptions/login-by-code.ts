import { askForLogin, confirmLogin } from "../../helpers/code-login"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  Provider,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Flow, flow, Stranger } from "./flow"
import {
  CONTACT,
  must,
  mustBeTheOnly,
  mustNotLogIn,
  newCode,
  ok,
  okOrRefused,
  OTHER,
  TypedCode,
} from "./person"
import { Shop } from "./use-shop"

type Owner = { contact: string; typed?: TypedCode; strangers: Stranger[] }

/** The owner of a contact registers by a code, with which a stranger has begun to register. */
export const registrationByCode = (provider: Provider) =>
  loginByCode(`registration by a code, ${provider}`, provider, async (shop) => {
    const contact = provider === "emailpass" ? freshEmail() : freshPhone()
    const { store } = shop
    const registrationToken = await registerIdentity(store, provider, contact)
    const password = PASSWORD
    const stranger = { contact, provider, password, registrationToken }
    return { contact, strangers: [stranger] }
  })

/** The owner of a contact logs in by a code to the account that a stranger has registered under it. */
export const firstProofByLogin = (provider: Provider) =>
  loginByCode(
    `login by a code as first proof, ${provider}`,
    provider,
    async ({ store }) => {
      const { customer, registrationToken } = await registerCustomer(store, {
        provider,
        email: freshEmail(),
        phone: freshPhone(),
      })
      const strangers = [provider, OTHER[provider]].map((provider) => ({
        provider,
        contact: customer[CONTACT[provider]]!,
        password: PASSWORD,
        registrationToken,
      }))
      return { contact: customer[CONTACT[provider]]!, strangers }
    }
  )

function loginByCode(
  name: string,
  provider: Provider,
  prepare: (shop: Shop) => Promise<Owner>
): Flow {
  const kind = CONTACT[provider]

  const run = async (shop: Shop, person: Owner) => {
    const { contact } = person
    person.typed = await newCode(shop, contact, () =>
      askForLogin(shop.store, { [kind]: contact })
    )
    const answer = await confirmLogin(shop.store, person.typed)
    return ok(answer, "login/confirm").token as string
  }

  return flow<Owner>({
    name,
    prepare,
    run: async (shop, person) => void (await run(shop, person)),
    retry: async (shop, person) => {
      const again =
        person.typed &&
        okOrRefused(
          await confirmLogin(shop.store, person.typed),
          "login/confirm again"
        )
      if (!again) {
        await run(shop, person)
      }
    },
    check: async (shop, person) => {
      const id = String(decodeJwt(await run(shop, person)).actor_id)
      const row = await customerRow(shop.store, id)
      must(row?.[`${kind}_verified`] === true, `the ${kind} is unverified`)
      await mustBeTheOnly(shop, id, provider, person.contact)
      for (const { provider, contact } of person.strangers) {
        const what = "the stranger's password"
        await mustNotLogIn(shop, what, provider, contact, PASSWORD)
      }
    },
    strangers: ({ strangers }) => strangers,
  })
}
