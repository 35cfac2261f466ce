import { askForLogin, confirmLogin } from "../helpers/code-login"
import { credentials, freshPhone, registerCustomer } from "../helpers/fixtures"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"
import { codeLogins } from "./login-code/logins"
import { emailRegistrations } from "./login-code/email-registrations"
import { firstProofs } from "./login-code/first-proofs"
import { keptLogins } from "./login-code/kept-logins"
import { otherActors } from "./login-code/other-actors"
import { codeRegistrations } from "./login-code/registrations"
import { unknownContacts } from "./login-code/unknown"

const SMS = {
  phone_verification: { resendThrottleSeconds: 0 },
  email_verification: { resendThrottleSeconds: 0 },
  limits: { per_destination_hour: false },
}

describe("A login with a code in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      ...SMS,
      registration: { identifier: "both" },
      login: { methods: ["password", "code"] },
      test_contacts: [
        {
          contact: "+12133734299",
          code: "135790",
          valid_until: new Date(Date.now() + 86_400_000).toISOString(),
        },
      ],
    },
  })

  codeLogins(store)
  firstProofs(store)
  unknownContacts(store)
})

describe("A login with a code in a store where it is the only way, and registers", () => {
  const store = useStore({
    options: {
      ...SMS,
      registration: { identifier: "phone" },
      login: { methods: ["code"], code_registration: true },
    },
  })

  codeRegistrations(store)
  otherActors(store)

  it("refuses every password with 400 login_method_not_allowed", async () => {
    const { phone } = await registerCustomer(store, { provider: "phonepass" })
    const logIn = (password: string) =>
      store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", phone, password),
      })
    for (const password of ["correct horse battery", "a wrong password"]) {
      const answer = await expectNothingWritten(store, () => logIn(password))
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({
        type: "not_allowed",
        code: "login_method_not_allowed",
      })
    }
  })

  it("refuses an e-mail, which logs nobody in here, with 400 provider_not_allowed", async () => {
    const answer = await expectNothingWritten(store, () =>
      askForLogin(store, { email: "ada@example.com" })
    )
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: "provider_not_allowed" })
  })
})

describe("A login with a code in a store that registers by e-mail", () => {
  const store = useStore({
    options: {
      ...SMS,
      registration: { identifier: "email" },
      login: { methods: ["password", "code"], code_registration: true },
    },
  })

  emailRegistrations(store)
  keptLogins(store)
})

describe("A login with a code in a store that has no such logins", () => {
  const store = useStore({
    options: { registration: { identifier: "phone" } },
  })

  it("is refused with 400 login_method_not_allowed", async () => {
    for (const ask of [
      () => askForLogin(store, { phone: freshPhone() }),
      () => confirmLogin(store, { token: "x", code: "123456" }),
    ]) {
      const answer = await expectNothingWritten(store, ask)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({
        type: "not_allowed",
        code: "login_method_not_allowed",
      })
    }
  })
})
