import { Page } from "playwright-core"
import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  heading,
  national,
  NOT_PROVEN_YET,
  openAccount,
  press,
  somebody,
} from "./person"
import { expectGoodScreen } from "./screen"

const SMALL = { viewport: { width: 320, height: 640 } }

const PAGES = [
  "/sign-up",
  "/login",
  "/login-code",
  "/recover",
  "/cancel-deletion",
]

const OWN = [
  "/account",
  "/account/phone",
  "/account/password",
  "/account/delete",
]

export function forEverybody(storefront: Storefront) {
  const { store, open, refusals } = storefront

  describe("With the keyboard alone", () => {
    it("signs up and types the code", async () => {
      const person = somebody()
      const page = await open("/sign-up")
      await heading(page, "Create your account")
      const { keyboard } = page
      // The brand, the languages, and the contact to use.
      await tabTo(page, "radio")
      await keyboard.press("ArrowRight")
      expect(await page.getByLabel("E-mail", { exact: true }).isChecked()).toBe(
        true
      )
      await tabTo(page, "email")
      await keyboard.type(person.email)
      await tabTo(page, "select-one")
      await expectFocusSeen(page)
      await tabTo(page, "tel")
      await keyboard.type(national(person))
      await tabTo(page, "password")
      await keyboard.type(person.password)
      await tabTo(page, "text")
      await keyboard.type("Grace")
      const code = await codeAfter(store, person.email, () =>
        keyboard.press("Enter")
      )
      await heading(page, "Enter the code")
      await expectFocusSeen(page)
      await keyboard.type(code)
      await heading(page, "Hello, Grace")
      expect(await page.evaluate("document.activeElement.tagName")).toBe("H1")
      expect(refusals()).toEqual([NOT_PROVEN_YET])
    })

    it("shows where the focus is, on every stop", async () => {
      const page = await openAccount(storefront, await customer(store))
      await heading(page, "Hello, Ada")
      for (let stop = 0; stop < 9; stop++) {
        await page.keyboard.press("Tab")
        await expectFocusSeen(page)
      }
    })
  })

  describe("From right to left", () => {
    it("signs up in Arabic", async () => {
      const person = somebody()
      const page = await open("/sign-up?lang=ar")
      await heading(page, "إنشاء حساب")
      expect(await page.evaluate("document.documentElement.dir")).toBe("rtl")
      await expectGoodScreen(page, "sign-up-arabic")
      await page.getByLabel("رقم الهاتف").fill(arabic(national(person)))
      expect(await page.getByLabel("رقم الهاتف").inputValue()).toMatch(/^\(\d/)
      await page.getByLabel("البريد الإلكتروني").fill(person.email)
      await page
        .getByLabel("كلمة المرور", { exact: true })
        .fill(person.password)
      const code = await codeAfter(store, person.phone, () =>
        press(page, "إنشاء الحساب")
      )
      await heading(page, "أدخل الرمز")
      await expectGoodScreen(page, "code-arabic")
      await page.getByLabel("الرمز", { exact: true }).fill(arabic(code))
      await heading(page, "حسابك")
      await expectGoodScreen(page, "account-arabic")

      await page.getByLabel("اللغة").selectOption("en")
      await heading(page, "Your account")
      expect(refusals()).toEqual([NOT_PROVEN_YET])
      expect(await page.evaluate("document.documentElement.dir")).toBe("ltr")
    })
  })

  describe("On a small screen, in long German words", () => {
    it.each(PAGES)("%s fits", async (path) => {
      const page = await open(`${path}?lang=de`, SMALL)
      await page.getByRole("heading", { level: 1 }).waitFor()
      await expectGoodScreen(page, `small${path.replaceAll("/", "-")}`)
    })

    it("the account's pages fit", async () => {
      const person = await customer(store)
      const page = await openAccount(storefront, person, SMALL)
      for (const path of OWN) {
        await page.goto(`${storefront.url()}${path}?lang=de`)
        await page.getByRole("heading", { level: 1 }).waitFor()
        await expectGoodScreen(page, `small${path.replaceAll("/", "-")}`)
      }
    })
  })

  describe("Without a network", () => {
    it("says so, keeps what was typed, and goes on when it is back", async () => {
      const person = await customer(store)
      const page = await open("/login")
      await page.getByLabel("Phone number").fill(national(person))
      await page.getByLabel("Password", { exact: true }).fill(person.password)
      await page.context().setOffline(true)
      await press(page, "Log in")
      await page.getByText("We cannot reach the shop.").waitFor()
      await expectGoodScreen(page, "offline")
      expect(
        await page.getByLabel("Password", { exact: true }).inputValue()
      ).toBe(person.password)
      await page.context().setOffline(false)
      await press(page, "Log in")
      await heading(page, "Hello, Ada")
      expect(refusals()).toEqual(["POST /auth/customer/phonepass failed"])
    })

    it("opens the account once the shop answers", async () => {
      const page = await open("/nowhere")
      await heading(page, "There is nothing here")
      await expectGoodScreen(page, "not-found")
      const { token } = await customer(store)
      await page.evaluate(`localStorage.setItem("customer-token", "${token}")`)
      await page.route("**/store/customers/me", (route) => route.abort())
      await page.goto(`${storefront.url()}/account`)
      await heading(page, "We cannot reach the shop")
      await expectGoodScreen(page, "unreachable")
      await page.unroute("**/store/customers/me")
      await press(page, "Try again")
      await heading(page, "Hello, Ada")
      expect(refusals().join()).toContain("GET /store/customers/me failed")
    })
  })
}

const OUTLINED = `(() => {
  const focused = document.activeElement
  return [focused, focused.parentElement, focused.closest(".frame")].some(
    (frame) => frame && getComputedStyle(frame).outlineStyle === "solid"
  )
})()`

/** Goes on with Tab to the next field of a type. */
async function tabTo(page: Page, type: string): Promise<void> {
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab")
    if ((await page.evaluate("document.activeElement.type")) === type) {
      return
    }
  }
  throw new Error(`Twelve times Tab and no ${type}`)
}

/** The focused element, or the frame around it, has an outline or another colour. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(OUTLINED)
  const what = await page.evaluate("document.activeElement.outerHTML")
  expect([what, seen]).toEqual([what, true])
}

function arabic(digits: string): string {
  return digits.replace(/\d/g, (digit) =>
    String.fromCodePoint(0x0660 + Number(digit))
  )
}
