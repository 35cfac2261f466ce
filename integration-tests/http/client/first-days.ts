import { randomUUID } from "node:crypto"
import { freshEmail, freshPhone, lastCodeFor } from "../../helpers/fixtures"
import { NEW_PASSWORD } from "../../helpers/new-password"
import { Store } from "../../helpers/store"
import { Kind, Mode, visit } from "./clients"

/** From the registration to the first login with a new password, in every mode of the store. */
export function firstDays(store: Store, kind: Kind, mode: Mode) {
  it(`A client ${kind} walks from the registration to a new password by ${mode}`, async () => {
    const { customers, whoAmI } = await visit(store, kind, mode)
    const password = `first ${randomUUID()}`
    const email = mode === "phone" ? undefined : freshEmail()
    const phone = mode === "email" ? undefined : freshPhone()
    const used = email ?? phone!

    const registered = await customers.register({ email, phone, password })
    if (registered.status !== "verification_required") {
      throw new Error(`A registration is ${registered.status}`)
    }
    expect(registered).toMatchObject({
      customer: { email: email ?? null, phone: phone ?? null },
      customer_id: registered.customer.id,
      verification_type: email ? "email_verification" : "phone_verification",
    })
    expect(await whoAmI()).toBeUndefined()

    const sent = await customers.sendCode(registered)
    expect(Date.parse(sent.expires_at)).toBeGreaterThan(Date.now())
    const proven = await customers.verifyCode({
      token: sent.token,
      code: await lastCodeFor(store, used),
    })
    expect(proven).toMatchObject({
      status: "verified",
      verified: true,
      needs_login: false,
      email_verified: Boolean(email),
    })
    expect(await whoAmI()).toBe(registered.customer.id)

    const changed = await customers.changePassword({
      old_password: password,
      new_password: NEW_PASSWORD,
    })
    expect(changed).toMatchObject({ success: true, needs_login: false })
    expect(await whoAmI()).toBe(registered.customer.id)

    await customers.logout()
    expect(await whoAmI()).toBeUndefined()
    const login = await customers.login({
      ...(email ? { email } : { phone: phone! }),
      password: NEW_PASSWORD,
    })
    expect(login).toEqual({ status: "logged_in", token: expect.any(String) })
    expect(await whoAmI()).toBe(registered.customer.id)
  })
}
