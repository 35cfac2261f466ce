import {
  credentials,
  freshEmail,
  freshPhone,
  PASSWORD,
  Provider,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { send, verify } from "../../helpers/otp"
import { signUp } from "../../helpers/sign-up"
import { Flow, flow } from "./flow"
import {
  CONTACT,
  logIn,
  mustBeTheOnly,
  mustLogIn,
  must,
  newCode,
  ok,
  okOrRefused,
} from "./person"
import { Shop } from "./use-shop"

type Newcomer = {
  email: string
  phone: string
  /** Of the registration or, if that is refused, of the login. */
  token?: string
}

/** From nothing to a customer; whether a code goes out with it is an option of the shop. */
export function registration(provider: Provider): Flow {
  const contact = CONTACT[provider]

  const register = ({ store }: Shop, person: Newcomer) =>
    store.api("POST", `/auth/customer/${provider}/register`, {
      body: credentials(provider, person[contact]),
    })

  const complete = ({ store }: Shop, { email, phone, token }: Newcomer) =>
    signUp(store, token, { email, phone })

  const logInWith = (shop: Shop, person: Newcomer) =>
    logIn(shop, provider, person[contact], PASSWORD)

  return flow<Newcomer>({
    name: `registration, ${provider}`,
    prepare: () =>
      Promise.resolve({ email: freshEmail(), phone: freshPhone() }),
    run: async (shop, person) => {
      person.token = ok(await register(shop, person), "register").token
      ok(await complete(shop, person), "POST customers")
    },
    retry: async (shop, person) => {
      person.token ??= okOrRefused(
        await register(shop, person),
        "register again"
      )?.token
      if (person.token) {
        const again = await complete(shop, person)
        if (okOrRefused(again, "POST customers again")) {
          return
        }
      }
      const answer = await logInWith(shop, person)
      if (isToBeVerified(answer)) {
        return
      }
      person.token = ok(answer, "the login").token
      ok(await complete(shop, person), "POST customers after the login")
    },
    check: async (shop, person) => {
      const answer = await logInWith(shop, person)
      must(
        isToBeVerified(answer),
        `the login is ${answer.status}, not asked to be verified`
      )
      const { customer_id: id } = answer.body
      await mustBeTheOnly(shop, id, provider, person[contact])
      const { token, code } = await newCode(shop, person[contact], () =>
        send(shop.store, id, `${contact}_verification`)
      )
      ok(await verify(shop.store, token, code), "verify")
      await mustLogIn(shop, id, provider, person[contact], PASSWORD)
    },
  })
}

function isToBeVerified({ status, body }: HttpResponse): boolean {
  return status === 403 && body.code === "verification_required"
}
