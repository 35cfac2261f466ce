import { freshEmail, freshPhone } from "../../helpers/fixtures"
import {
  confirmRecovery,
  recoveryCode,
  resetPassword,
} from "../../helpers/new-password"
import { customersWith } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

/** The logins of the store, and how the owner of each contact proves it to set a password. */
export const LOGINS = [
  {
    provider: "phonepass" as const,
    freshContact: freshPhone,
    prove: recoverPassword,
    contact: "phone" as const,
    other: "email" as const,
  },
  {
    provider: "emailpass" as const,
    freshContact: freshEmail,
    prove: (store: Store, email: string) => resetPassword(store, email),
    contact: "email" as const,
    other: "phone" as const,
  },
]

/** As the owner of a phone: whoever reads its messages has a new password. */
async function recoverPassword(store: Store, phone: string): Promise<void> {
  const { status } = await confirmRecovery(
    store,
    await recoveryCode(store, phone)
  )
  expect(status).toBe(200)
}

/** Expects that neither a login nor a session nor an account comes out of this token. */
export async function expectWorthless(
  store: Store,
  token: string,
  victims: string
): Promise<void> {
  const refreshed = await store.api("POST", "/auth/token/refresh", { token })
  expect(refreshed.status).toBeGreaterThanOrEqual(400)
  expect(refreshed.body.token).toBeUndefined()

  const session = await store.api("POST", "/auth/session", { token })
  const cookie = String(session.headers["set-cookie"]?.[0]).split(";")[0]
  for (const credential of [{ token }, { headers: { cookie } }]) {
    const me = await store.api("GET", "/store/customers/me", credential)
    expect(me.status).toBe(401)
  }

  const fresh = { email: freshEmail(), phone: freshPhone() }
  const named = victims.startsWith("+")
    ? { ...fresh, phone: victims }
    : { ...fresh, email: victims }
  const known = (await customersWith(store, victims)).length
  for (const body of [fresh, named]) {
    const { status } = await signUp(store, token, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
  expect(await customersWith(store, fresh.email)).toEqual([])
  expect(await customersWith(store, fresh.phone)).toEqual([])
  expect(await customersWith(store, victims)).toHaveLength(known)
}
