import { generateKeyPairSync } from "node:crypto"
import { freshEmail, PASSWORD } from "../helpers/fixtures"
import { changeContact } from "../helpers/change-contact"
import { NEW_PASSWORD } from "../helpers/new-password"
import { useStore } from "../helpers/use-store"
import { revokingFlows } from "./sessions/flows"
import {
  bothLogins,
  expectRevokedEverywhere,
  expectValid,
  me,
  refresh,
  revokeSessions,
  someCustomer,
} from "./sessions/logins"
import { otherActors } from "./sessions/other-actors"
import { otherLogins } from "./sessions/others"

const OPTIONS = {
  registration: { identifier: "email" },
  login: { identifier: "both" },
  email_verification: { resendThrottleSeconds: 0 },
  phone_verification: { resendThrottleSeconds: 0 },
}

describe("Sessions", () => {
  const store = useStore({ servers: 2, options: OPTIONS })

  revokingFlows(store)
  otherLogins(store)
  otherActors(store)

  it("sessions/revoke answers 401 without a login", async () => {
    expect((await revokeSessions(store, {})).status).toBe(401)
  })
})

describe("Sessions in a store that signs with a private key", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  })
  const store = useStore({
    options: OPTIONS,
    http: {
      jwtSecret: privateKey,
      jwtPublicKey: publicKey,
      jwtOptions: { algorithm: "ES256" },
      jwtVerifyOptions: { algorithms: ["ES256"] },
    },
  })

  it("end and begin in the same second", async () => {
    const { token } = await someCustomer(store)
    const { body } = await revokeSessions(store, { token })
    await expectRevokedEverywhere(store, { token })
    await expectValid(store, { token: body.token })
  })
})

describe("Sessions in a store that revokes none", () => {
  const store = useStore({
    options: { ...OPTIONS, sessions: { revoke: false } },
  })

  it("outlive a password change and a contact change, and write nothing", async () => {
    const { token } = await someCustomer(store)
    const { cookie } = await bothLogins(store, token)
    const changed = await store.api("POST", "/store/customers/me/password", {
      token,
      body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
    })
    expect(changed).toMatchObject({ status: 200, body: { success: true } })
    await changeContact(store, token, { email: freshEmail() })
    for (const login of [{ token }, cookie]) {
      expect((await me(store, login)).status).toBe(200)
      expect((await refresh(store, login)).status).toBe(200)
    }
    await expectValid(store, { token: changed.body.token })
    const { rows } = await store.db.query("select * from customer_session")
    expect(rows).toEqual([])
  })

  it("are not ended by sessions/revoke, which says so", async () => {
    const { token } = await someCustomer(store)
    expect(await revokeSessions(store, { token })).toMatchObject({
      status: 400,
      body: { type: "not_allowed", code: "session_revocation_disabled" },
    })
  })
})
