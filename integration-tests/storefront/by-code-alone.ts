import { Page } from "playwright-core"
import { messageTo } from "../helpers/codes"
import { freshPhone } from "../helpers/fixtures"
import {
  CODE_ALONE,
  RESEND_SECONDS,
  Storefront,
} from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  fillContacts,
  follow,
  heading,
  press,
  somebody,
  typeCode,
} from "./person"
import { expectGoodScreen } from "./screen"

/** The pages of a store that takes no passwords; what differs for them is config.json. */
export function byCodeAlone({ store, url, open, refusals }: Storefront) {
  describe("Where codes are the only way to log in", () => {
    const config = { loginMethods: ["code"] }

    it("logs in by a code and out again, and no page asks for a password", async () => {
      const person = await customer(store)
      const page = await open("/account", { config })
      await heading(page, "Log in")
      expect(await linksOf(page)).toEqual(["/sign-up", "/cancel-deletion"])
      await expectGoodScreen(page, "code-alone-log-in")
      await fillContacts(page, person, ["phone"])
      const code = await codeAfter(store, person.phone, () =>
        press(page, "Send the code")
      )
      await typeCode(page, code)

      await heading(page, "Hello, Ada")
      await expectGoodScreen(page, "code-alone-account")
      expect(await linksOf(page)).not.toContain("/account/password")
      await page.goto(`${url()}/account/password`)
      await heading(page, "Hello, Ada")
      await press(page, "Sign out")
      await heading(page, "Log in")
      await page.getByText("You are signed out.").waitFor()
      for (const path of ["/login", "/recover", "/reset-password?token=x"]) {
        await page.goto(url() + path)
        await heading(page, "Log in")
      }
      expect(refusals()).toEqual([])
    })

    it("says what the password of a sign-up is for, and how an undone change goes on", async () => {
      const page = await open("/sign-up", { config })
      await page.getByText("now and whenever you log in").waitFor()
      await expectGoodScreen(page, "code-alone-sign-up")
      await page.goto(`${url()}/undo-contact-change?token=x`)
      await page.getByText("You log in with a code afterwards.").waitFor()
    })
  })

  it("Where codes register, the first page is the login, and no other one signs up", async () => {
    const page = await open("/", { config: CODE_ALONE.config })
    await heading(page, "Log in or sign up")
    await page.getByText("it creates your account").waitFor()
    expect(await linksOf(page)).toEqual(["/cancel-deletion"])
    await expectGoodScreen(page, "code-alone-or-sign-up")
    await page.goto(`${url()}/sign-up`)
    await heading(page, "Log in or sign up")
  })

  it("Where they are no way to log in, their page is the one for passwords", async () => {
    const config = { loginMethods: undefined }
    const page = await open("/login-code", { config })
    await page.getByLabel("Password", { exact: true }).waitFor()
    expect(await linksOf(page)).not.toContain("/login-code")
  })
}

/** The whole of a customer's life without a password. */
export function registeringByCode({ store, open, refusals }: Storefront) {
  it("registers by the first code, changes the phone, undoes it and logs in again", async () => {
    const person = somebody()
    const page = await open("/")
    await logIn(person.phone)
    await heading(page, "Your account")
    await follow(page, "Change: Phone")
    const phone = freshPhone()
    await page.getByLabel("New phone number").fill(phone)
    await typeCode(
      page,
      await codeAfter(store, phone, () => press(page, "Send the code"))
    )
    await page.getByText("Your new contact is saved.").waitFor()

    const { text = "" } = await messageTo(store, person.phone, 2)
    const link = new URL(/http\S+/.exec(text)![0])
    await page.goto(link.href)
    await press(page, "Undo the change")
    await heading(page, "Your old phone number is back.")
    await expectGoodScreen(page, "code-alone-undone")
    await follow(page, "Log in")
    await page.waitForTimeout(RESEND_SECONDS * 1000)
    await logIn(person.phone)
    await heading(page, "Your account")
    expect(refusals()).toEqual(["GET /store/customers/me 401"])

    async function logIn(phone: string) {
      await heading(page, "Log in or sign up")
      await page.getByLabel("Phone number").fill(phone)
      const code = await codeAfter(store, phone, () =>
        press(page, "Send the code")
      )
      await page.getByText("We have sent a code to").waitFor()
      await typeCode(page, code)
    }
  })
}

/** Where the links of the page lead, the brand's apart. */
async function linksOf(page: Page): Promise<string[]> {
  const links = await page.getByRole("main").getByRole("link").all()
  const paths = links.map((link) => link.getAttribute("href"))
  return (await Promise.all(paths)).map((path) => path ?? "")
}
