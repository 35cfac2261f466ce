import { Page } from "playwright-core"
import { messagesTo } from "../helpers/codes"
import { RESEND_SECONDS, Storefront } from "../helpers/use-storefront"
import { codeAfter, customer, heading, openAccount, typeCode } from "./person"
import { expectGoodScreen } from "./screen"

/** Zero in the digits of a script: the others follow it. */
const SCRIPTS = {
  "Arabic-Indic": 0x0660,
  "full-width": 0xff10,
}

/** WebOTP, as Chrome on a phone has it: `receive` is the message's coming. */
const PHONE_THAT_READS_MESSAGES = `
  window.OTPCredential = class {}
  navigator.credentials.get = (asked) =>
    new Promise((resolve) => Object.assign(window, { asked, receive: resolve }))`

export function enteringCodes(storefront: Storefront) {
  const { store, refusals } = storefront

  /** A page that has just had a code sent to the e-mail of a customer. */
  const askForCode = async (prepare?: (page: Page) => Promise<void>) => {
    const person = await customer(store)
    const page = await openAccount(storefront, person)
    await prepare?.(page)
    const verify = page.getByRole("link", { name: "Verify: E-mail" })
    const code = await codeAfter(store, person.email, () => verify.click())
    await heading(page, "Enter the code")
    return { person, page, code }
  }
  const done = (page: Page) =>
    page.getByText("Thank you, that is verified.").waitFor()

  describe("The field for a code", () => {
    it.each(Object.entries(SCRIPTS))(
      "takes a pasted code in %s digits, with spaces",
      async (_script, zero) => {
        const { page, code } = await askForCode()
        const foreign = [...code].map((digit) =>
          String.fromCodePoint(zero + Number(digit))
        )
        const [first, second] = [foreign.slice(0, 3), foreign.slice(3)]
        await paste(page, ` ${first.join("")} ${second.join("")} `)
        await done(page)
        expect(refusals()).toEqual([])
      }
    )

    it("is filled in by a phone that reads the message", async () => {
      const { page, code } = await askForCode((page) =>
        page.evaluate(PHONE_THAT_READS_MESSAGES)
      )
      const asked = "JSON.stringify(window.asked.otp)"
      expect(await page.evaluate(asked)).toBe('{"transport":["sms"]}')
      await page.evaluate(`window.receive({ code: "${code}" })`)
      await done(page)
    })

    it("is one that phones and password managers know", async () => {
      const { page } = await askForCode()
      const field = page.getByLabel("Code", { exact: true })
      expect(await field.getAttribute("autocomplete")).toBe("one-time-code")
      expect(await field.getAttribute("inputmode")).toBe("numeric")
    })

    it("asks for another code only when the server lets it, and says how long that is", async () => {
      const { person, page } = await askForCode()
      await page.getByText("New code in 0:01").waitFor()
      const resend = page.getByRole("button", { name: "Send a new code" })
      await resend.click()
      await page.getByText("Too many codes.").waitFor()
      await page.getByText(/You can try again in 0:0\d/).waitFor()
      await expectGoodScreen(page, "code-throttled")
      await page.waitForTimeout(RESEND_SECONDS * 1000)
      const code = await codeAfter(store, person.email, () => resend.click())
      await page.getByText("A new code is on its way.").waitFor()
      expect(messagesTo(store, person.email)).toHaveLength(2)
      await typeCode(page, code)
      await done(page)
      expect(refusals()).toEqual(["POST /store/customers/otp/send 429"])
    })

    it("waits for the code that is on its way where another one is asked for too soon", async () => {
      const { page, code } = await askForCode()
      await page.getByRole("button", { name: "Back" }).click()
      await page.getByRole("link", { name: "Verify: E-mail" }).click()
      await page.getByText(/New code in/).waitFor()
      await typeCode(page, code)
      await done(page)
      expect(refusals()).toEqual(["POST /store/customers/otp/send 429"])
    })
  })
}

/** With the browser's own clipboard, into the field that has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press("Control+V")
}
