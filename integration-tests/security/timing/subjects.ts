import { askToStay, confirmStaying } from "../../helpers/account-deletion"
import { freshPhone } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { askForRecovery, confirmRecovery } from "../../helpers/new-password"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

/** Something that a stranger may ask about a phone, and must not learn from whether there is an account. */
export type Subject = {
  what: string
  /** Makes ready what is asked about a phone → the question, and the refusal that it gets in any case. */
  prepare: (store: Store, phone: string) => Promise<() => Promise<HttpResponse>>
  refusal: [number, string]
  /** What more in one kind a short run can tell apart, in milliseconds. */
  controlMs: number
}

/** Right once in a million. */
const WRONG_CODE = "000000"

type Request = (store: Store, body: { phone: string }) => Promise<HttpResponse>
type Confirm = (store: Store, token: string) => Promise<HttpResponse>

const wrongCode = (what: string, ask: Request, confirm: Confirm): Subject => ({
  what,
  prepare: async (store, phone) => {
    const { status, body } = await ask(store, { phone })
    expect(status).toBe(200)
    return () => confirm(store, String(body.token))
  },
  refusal: [400, "otp_invalid"],
  controlMs: 4,
})

export const SUBJECTS: Subject[] = [
  wrongCode("a wrong code for a recovery", askForRecovery, (store, token) =>
    confirmRecovery(store, { token, code: WRONG_CODE })
  ),
  wrongCode("a wrong code for a cancellation", askToStay, (store, token) =>
    confirmStaying(store, token, WRONG_CODE)
  ),
  {
    what: "a wrong password for phonepass",
    prepare: async (store, phone) => () =>
      signInWith(store, "phonepass", phone, "another password"),
    refusal: [401, "credentials_invalid"],
    controlMs: 20,
  },
]

export const freshPhones = (size: number): string[] =>
  Array.from({ length: size }, freshPhone)
