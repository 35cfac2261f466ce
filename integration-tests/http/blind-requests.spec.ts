import {
  askToStay,
  confirmStaying,
  insertRequest,
} from "../helpers/account-deletion"
import { freshEmail, freshPhone, verifiedCustomer } from "../helpers/fixtures"
import { HttpResponse } from "../helpers/http"
import { askForRecovery, confirmRecovery } from "../helpers/new-password"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"

type Blind = {
  purpose: string
  ask: (store: Store, body: { phone: string }) => Promise<HttpResponse>
  confirm: (store: Store, token: string, code: string) => Promise<HttpResponse>
}

const REQUESTS: Blind[] = [
  {
    purpose: "password_recovery",
    ask: askForRecovery,
    confirm: (store, token, code) => confirmRecovery(store, { token, code }),
  },
  {
    purpose: "account_deletion_cancel",
    ask: askToStay,
    confirm: confirmStaying,
  },
]

describe("What strangers ask for by naming a contact", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
    },
  })

  /** The proven phone of an account that is about to be deleted. */
  const knownPhone = async () => {
    const { customer, phone } = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await insertRequest(store, customer.id, {
      next_attempt_at: new Date(Date.now() + 3_600_000),
    })
    return phone!
  }

  /** Does something and waits until the log says it once more. */
  const untilLogged = async <T>(line: string, act: () => Promise<T>) => {
    const times = () => store.log().split(line).length
    const before = times()
    const result = await act()
    await waitFor(`"${line}"`, () => (times() > before ? true : undefined))
    return result
  }

  describe.each(REQUESTS)("for $purpose", ({ purpose, ask, confirm }) => {
    it("shows nobody that its code could not be delivered", async () => {
      const phones = [freshPhone(), await knownPhone()]
      store.failProvider(true)
      const failed = `failed to deliver a ${purpose} code`
      const answers = await untilLogged(failed, async () => [
        await ask(store, { phone: phones[0] }),
        await ask(store, { phone: phones[1] }),
      ]).finally(() => store.failProvider(false))

      for (const [i, { status, body }] of answers.entries()) {
        const wrong = await confirm(store, body.token as string, "none")
        const again = await ask(store, { phone: phones[i] })
        expect([status, wrong.body.code, again.status]).toEqual([
          200,
          "otp_invalid",
          429,
        ])
      }
    })
  })
})
