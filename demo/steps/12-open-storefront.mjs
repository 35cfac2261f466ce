// @ts-check

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {import("../lib/open-shop.mjs").ShopWithStorefront} shop
 */
export async function openStorefront({ heading, explain, request }, shop) {
  heading("All of it in a browser")
  const { storefrontUrl: origin } = shop

  explain("The storefront of examples/storefront is open, too.")
  const page = await request({
    method: "GET",
    path: `${origin}/sign-up`,
    status: 200,
    headers: { "content-type": /html/ },
    expected: { text: /<div id="root">/ },
    meaning: "Its first page.",
  })
  const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(page.text) ?? []
  await request({
    method: "GET",
    path: `${origin}${script}`,
    status: 200,
    headers: { "content-type": /javascript/ },
    expected: { text: /account-deletion/ },
    quiet: true,
    meaning: "Its program, with the plugin's client in it.",
  })
  await request({
    method: "GET",
    path: `${origin}/config.json`,
    status: 200,
    expected: { baseUrl: shop.url, publishableApiKey: shop.publishableKey },
    meaning: "It knows the shop and its key.",
  })
  await request({
    method: "GET",
    path: "/store/customers/me",
    origin,
    status: 401,
    headers: { "access-control-allow-origin": origin },
    expected: { code: "unauthorized" },
    meaning: "And the shop lets its pages in.",
  })
}
