import { freshPhone, lastCodeFor, PASSWORD } from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { Store } from "../../helpers/store"
import { customerOf, prove } from "./account"
import { Kind } from "./clients"

/** A login with Medusa's own second factor. */
export function secondFactor(store: Store, kind: Kind) {
  it(`A client ${kind} asks for a second factor after a password and after a code`, async () => {
    const jane = await customerOf(store, kind)
    const { customers, whoAmI, id, email, phone } = jane
    const login = await customers.login({ email, password: PASSWORD })
    const token = login.status === "logged_in" ? login.token : ""
    const currentCode = await enableMfa(store, token)
    await customers.logout()

    const first = await customers.login({ email, password: PASSWORD })
    if (first.status !== "mfa_required") {
      throw new Error(`The login is ${first.status}`)
    }
    expect(first.mfa_challenge).toMatchObject({
      id: expect.any(String),
      methods: ["totp"],
      expires_at: expect.any(String),
    })
    expect(await whoAmI()).toBeUndefined()
    await expect(
      customers.verifyMfa({ ...first, code: "000000" })
    ).rejects.toMatchObject({
      status: expect.any(Number),
      name: "RequestError",
    })
    expect(
      await customers.verifyMfa({ ...first, code: currentCode() })
    ).toMatchObject({ status: "logged_in" })
    expect(await whoAmI()).toBe(id)

    await customers.logout()
    const proven = await prove(store, jane, id, "phone_verification", phone)
    if (proven.status !== "mfa_required") {
      throw new Error(`The code is ${proven.status}`)
    }
    expect(await whoAmI()).toBeUndefined()
    await customers.verifyMfa({ ...proven, code: currentCode() })
    expect(await whoAmI()).toBe(id)

    const next = freshPhone()
    const asked = await customers.changeContact({ phone: next })
    const code = await lastCodeFor(store, next)
    await customers.verifyContact({ token: asked.token, code })
    expect(await whoAmI()).toBe(id)
  })
}
