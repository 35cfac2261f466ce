/**
 * A URL that is safe to click and to copy: http(s), in one piece even if a configured path holds spaces.
 *
 * @throws Error for another URL, which could be a script
 * @example webUrl("https://shop.example.com/my shop?a=1&b=2") // "https://shop.example.com/my%20shop?a=1&b=2"
 */
export function webUrl(url: string): string {
  const { protocol, href } = URL.canParse(url)
    ? new URL(url)
    : { protocol: "", href: "" }
  if (protocol !== "https:" && protocol !== "http:") {
    throw new Error("a link in a message leads to an http(s) URL")
  }
  return href
}
