import { askToStay, confirmStaying } from "../helpers/account-deletion"
import { insertConfirmedRequest } from "../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  verifiedCustomer,
} from "../helpers/fixtures"
import { HttpResponse } from "../helpers/http"
import { askForRecovery, confirmRecovery } from "../helpers/new-password"
import { letPass, send } from "../helpers/otp"
import { insertCustomer } from "../helpers/rows"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"

type AnonymousRequest = {
  purpose: string
  ask: (store: Store, body: { phone: string }) => Promise<HttpResponse>
  confirm: (store: Store, token: string, code: string) => Promise<HttpResponse>
}

const REQUESTS: AnonymousRequest[] = [
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

const PER_HOUR = 5

describe("Anonymous requests for a code", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      limits: { sms_per_day: 1_000 },
    },
  })

  /** The proven phone of an account that is about to be deleted. */
  const knownPhone = async () => {
    const { customer, phone } = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await insertConfirmedRequest(store, customer.id, {
      next_attempt_at: new Date(Date.now() + 3_600_000),
    })
    return phone
  }

  /** Does something and waits until the log says it once more. */
  const untilLogged = async <T>(line: string, act: () => Promise<T>) => {
    const times = () => store.log().split(line).length
    const before = times()
    const result = await act()
    await waitFor(`"${line}"`, () => (times() > before ? true : undefined))
    return result
  }

  const textMessages = async () => {
    const { rows } = await store.db.query<{ used: number }>(
      "select coalesce(sum(used), 0)::int as used from otp_limit"
    )
    return rows[0].used
  }

  describe.each(REQUESTS)(
    "An anonymous request for a code of $purpose",
    ({ purpose, ask, confirm }) => {
      it("gets the same answers when its code cannot be delivered", async () => {
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

      it("is throttled by other anonymous requests only, and sends no more than the limits of the destination", async () => {
        const known = await knownPhone()
        await useUpHour(known)
        const sent = messagesTo(store, known).length
        const unknown = freshPhone()
        const askBoth = async () => [
          (await ask(store, { phone: unknown })).status,
          (await ask(store, { phone: known })).status,
        ]

        const statuses: number[][] = []
        for (let i = 0; i < PER_HOUR; i++) {
          statuses.push(
            await untilLogged(`a ${purpose} code was not sent`, askBoth)
          )
          await letPass(store, 61)
        }
        statuses.push(await askBoth())

        expect(statuses).toEqual([
          ...Array.from({ length: PER_HOUR }, () => [200, 200]),
          [429, 429],
        ])
        expect(messagesTo(store, known)).toHaveLength(sent)
        expect(store.log()).not.toContain(known)
      })

      it("counts as a text message once a message is sent", async () => {
        const phone = await knownPhone()
        const before = await textMessages()
        const sent = messagesTo(store, phone).length

        await ask(store, { phone: freshPhone() })
        expect(await textMessages()).toBe(before)
        await ask(store, { phone })
        await messageTo(store, phone, sent + 1)
        expect(await textMessages()).toBe(before + 1)
      })
    }
  )

  /** Guests may share a phone, and each may be sent a code to it. */
  async function useUpHour(phone: string) {
    const statuses: number[] = []
    while (statuses.at(-1) !== 429 && statuses.length <= PER_HOUR) {
      const guest = await insertCustomer(store, { phone, has_account: false })
      statuses.push((await send(store, guest)).status)
    }
    expect(statuses.at(-1)).toBe(429)
  }
})
