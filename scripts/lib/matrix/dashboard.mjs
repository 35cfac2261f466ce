// @ts-check
import { chromium } from "playwright-core"
import { ADA, ADMIN } from "../../../demo/lib/people.mjs"
import { ensureChromium } from "../../ensure-chromium.js"

/** @import { Page } from "playwright-core" */

/** A first page is a megabyte of scripts, on a machine that may be busy. */
const PATIENCE_MS = 120_000

/**
 * Opens the plugin's page and its part of a customer's page, in a store that was walked through.
 *
 * @param {string} url of the store
 * @throws {Error} where something is missing or the console has an error
 */
export async function openDashboard(url) {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    })
    page.setDefaultTimeout(PATIENCE_MS)
    await logIn(page, url)
    const errors = collectErrors(page)
    await openPages(page)
    if (errors.length) {
      throw new Error(`The dashboard complains:\n${errors.join("\n")}`)
    }
  } finally {
    await browser.close()
  }
}

/**
 * @param {Page} page
 * @param {string} url
 */
async function logIn(page, url) {
  await page.goto(`${url}/app/login`)
  await page.getByPlaceholder("Email").fill(ADMIN.email)
  await page.getByPlaceholder("Password").fill(ADMIN.password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL((address) => !address.pathname.endsWith("/login"))
}

/** @param {Page} page */
async function openPages(page) {
  await page.getByRole("link", { name: "Deletion requests" }).click()
  await page
    .getByRole("heading", { name: "Deletion requests", level: 1 })
    .waitFor()
  await page.getByRole("link", { name: ADA.first_name, exact: true }).click()
  const verification = page
    .getByRole("heading", { name: "Verification", level: 2 })
    .locator("xpath=..")
  await verification.getByText("Verified", { exact: true }).waitFor()
}

/**
 * @param {Page} page
 * @returns {string[]} grows with what the page throws or logs as an error
 */
function collectErrors(page) {
  /** @type {string[]} */
  const errors = []
  page.on("pageerror", ({ message }) => errors.push(message))
  page.on("console", (message) => {
    if (message.type() === "error") {
      errors.push(message.text())
    }
  })
  return errors
}
