import { registerCustomer, verifiedCustomer } from "../helpers/fixtures"
import { enableMfa } from "../helpers/mfa"
import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  fillContacts,
  follow,
  heading,
  keptToken,
  press,
  somebody,
  typeCode,
} from "./person"
import { expectGoodScreen } from "./screen"
import { Size } from "./sizes"

export function loggingIn({ store, open, refusals }: Storefront, size: Size) {
  it("logs in, and out again", async () => {
    const person = await customer(store)
    const page = await open("/account", size)
    await heading(page, "Log in")
    await expectGoodScreen(page, "log-in")
    await fillContacts(page, person, ["phone"])
    await page.getByLabel("Password", { exact: true }).fill("not the password")
    await press(page, "Log in")
    await page.getByText("Login or password is wrong").waitFor()
    await expectGoodScreen(page, "log-in-wrong")
    await page.getByLabel("Password", { exact: true }).fill(person.password)
    await press(page, "Log in")

    await heading(page, "Hello, Ada")
    await page.reload()
    await heading(page, "Hello, Ada")
    await press(page, "Sign out")
    await heading(page, "Log in")
    await page.getByText("You are signed out.").waitFor()
    expect(await keptToken(page)).toBeNull()
    expect(refusals()).toEqual(["POST /auth/customer/phonepass 401"])
  })

  it("logs in with a code in place of the password", async () => {
    const person = await customer(store)
    const page = await open("/login", size)
    await fillContacts(page, person, ["phone"])
    await follow(page, "Log in with a code")
    await heading(page, "Log in with a code")
    await expectGoodScreen(page, "log-in-by-code")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    await heading(page, "Enter the code")
    await expectGoodScreen(page, "log-in-by-code-code")
    await typeCode(page, code)

    await heading(page, "Hello, Ada")
    expect(await keptToken(page)).not.toBeNull()
    expect(refusals()).toEqual([])
  })

  it("logs in with a code by e-mail, and a second factor", async () => {
    const person = somebody()
    const { email, phone, password } = person
    const profile = { phone }
    const account = await verifiedCustomer(store, { email, password, profile })
    const currentCode = await enableMfa(store, account.token)
    const page = await open("/login-code", size)
    await page.getByRole("radio", { name: "E-mail" }).check()
    await fillContacts(page, person, ["email"])
    const code = await codeAfter(store, email, () =>
      press(page, "Send the code")
    )
    await typeCode(page, code)
    await heading(page, "Second step")
    await page.getByLabel("Code of the app").fill(currentCode())
    await press(page, "Log in")

    await heading(page, "Your account")
    expect(await keptToken(page)).not.toBeNull()
    expect(refusals()).toEqual([])
  })

  it("says that the other contact has to be verified, after a code to the first one", async () => {
    const person = await customer(store)
    // As an admin's edit or an old store leaves it: the login is by the e-mail, which is not proven.
    await store.db.query(
      "update provider_identity set provider = 'emailpass', entity_id = $1 where entity_id = $2",
      [person.email, person.phone]
    )
    const page = await open("/login-code", size)
    await fillContacts(page, person, ["phone"])
    const first = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    const second = await codeAfter(store, person.email, () =>
      typeCode(page, first)
    )
    await page.getByText("Your e-mail address has to be verified").waitFor()
    expect(await page.getByRole("main").innerText()).not.toContain("+1 ")
    await expectGoodScreen(page, "log-in-by-code-other")
    await typeCode(page, second)

    await heading(page, "Hello, Ada")
    await page.getByText("Thank you, that is verified.").waitFor()
    expect(refusals()).toEqual(["POST /store/customers/login/confirm 403"])
  })

  it("goes on to the code by itself where the contact is not proven", async () => {
    const person = somebody()
    const { email, phone, password } = person
    await registerCustomer(store, { email, password, profile: { phone } })
    const page = await open("/login", size)
    await page.getByRole("radio", { name: "E-mail" }).check()
    await fillContacts(page, person, ["email"])
    await page.getByLabel("Password", { exact: true }).fill(password)
    const code = await codeAfter(store, email, () => press(page, "Log in"))
    await heading(page, "Enter the code")
    await typeCode(page, code)

    await heading(page, "Your account")
    await page.getByText("Thank you, that is verified.").waitFor()
    expect(refusals()).toEqual(["POST /auth/customer/emailpass 403"])
  })

  it("asks for the second factor", async () => {
    const person = await customer(store)
    const currentCode = await enableMfa(store, person.token)
    const page = await open("/login", size)
    await fillContacts(page, person, ["phone"])
    await page.getByLabel("Password", { exact: true }).fill(person.password)
    await press(page, "Log in")
    await heading(page, "Second step")
    await expectGoodScreen(page, "second-step")
    await page.getByLabel("Code of the app").fill("000000")
    await press(page, "Log in")
    await page.getByText("wrong or too old").waitFor()
    await page.getByLabel("Code of the app").fill(currentCode())
    await press(page, "Log in")

    await heading(page, "Hello, Ada")
    expect(refusals()).toHaveLength(1)
  })
}
