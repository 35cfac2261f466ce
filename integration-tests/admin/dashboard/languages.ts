import { Page } from "playwright-core"
import { violationsIn } from "./accessible"
import { NARROW, PAGE } from "./fixtures"
import { insertLeavingAda } from "./leaving-ada"
import { insertOneOfEach } from "./one-of-each"
import { clearRequests } from "../../helpers/deletion-rows"
import { expectNoSideways, screenshot } from "../../helpers/screenshots"
import { Dashboard } from "../../helpers/use-dashboard"

export function languages({ store, open }: Dashboard) {
  const widgetOf = (page: Page, name: string) =>
    page.getByRole("heading", { name, level: 2 }).locator("xpath=..")

  const leavingAda = () => insertLeavingAda(store, 6)

  describe("The dashboard in another language", () => {
    it("shows the page of deletion requests in German", async () => {
      await clearRequests(store)
      await insertOneOfEach(store)
      const page = await open(PAGE, { language: "de" })
      const row = (text: string) =>
        page.getByRole("row").filter({ hasText: text })

      await page
        .getByRole("heading", { name: "Löschanträge", level: 1 })
        .waitFor()
      await page.getByRole("link", { name: "Löschanträge" }).waitFor()
      await row("Ada").getByText("in 29 Tagen").waitFor()
      await row("Edsger").getByText("Abgebrochen vorgestern").waitFor()
      await row("Alan").getByText("Fehlerhaft, 3 Versuche").waitFor()
      await page.getByText("von 6 Ergebnissen").waitFor()
      expect(await page.title()).toBe("Löschanträge - Medusa")
      await expectNoSideways(page)
      await screenshot(page, "page-wide-german")
    })

    it("asks in German before it erases an account", async () => {
      await leavingAda()
      const page = await open(PAGE, { language: "de", viewport: NARROW })

      await page
        .getByRole("button", { name: "Aktionen für Ada Lovelace" })
        .click()
      await page.getByRole("menuitem", { name: "Jetzt ausführen" }).click()
      const prompt = page.getByRole("alertdialog")

      await prompt.getByText("Zur Bestätigung bitte").waitFor()
      await screenshot(page, "prompt-execute-german")
      await prompt.getByRole("button", { name: "Konto behalten" }).click()
    })

    it("shows the widget in German", async () => {
      const customer = await leavingAda()
      const page = await open(`/customers/${customer}`, { language: "de" })
      const widget = widgetOf(page, "Verifizierung")

      await widget.getByText("Nicht verifiziert").waitFor()
      await widget.getByText("in 6 Tagen, ").waitFor()
      await widget.getByText("Keine ist erreicht").waitFor()
      await widget.getByText("Überall abgemeldet").waitFor()
      await screenshot(page, "widget-german")
    })

    it("shows English where the plugin has no texts, from right to left", async () => {
      await clearRequests(store)
      await insertOneOfEach(store)
      const page = await open(PAGE, { language: "ar" })

      await page.getByText("Cancelled 2 days ago").waitFor()
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl")
      await expectNoSideways(page)
      await screenshot(page, "page-right-to-left")
      const customer = await leavingAda()
      await page.goto(`${store.urls[0]}/app/customers/${customer}`)
      await widgetOf(page, "Verification").getByText("in 6 days").waitFor()
      await screenshot(page, "widget-right-to-left")
    })
  })

  describe("axe finds nothing wrong", () => {
    it.each(["light", "dark"] as const)(
      "with the page of deletion requests, %s",
      async (colorScheme) => {
        await clearRequests(store)
        await insertOneOfEach(store)
        const page = await open(PAGE, {
          colorScheme,
        })

        await page.getByRole("link", { name: "Ada Lovelace" }).waitFor()
        const main = page.getByRole("main")
        expect(await violationsIn(main)).toEqual([])
      }
    )

    it("with the widget", async () => {
      const customer = await leavingAda()
      const page = await open(`/customers/${customer}`)
      const widget = widgetOf(page, "Verification")

      await widget.getByText("View request").waitFor()
      expect(await violationsIn(widget)).toEqual([])
    })
  })
}
