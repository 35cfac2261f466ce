/**
 * The host by which people know the shop.
 *
 * @param storefrontUrl the option `storefrontUrl`
 * @returns without scheme and port, an international name in punycode; nothing for what is no URL
 * @example shopHost("https://shop.example.com:8000/de") // "shop.example.com"
 */
export function shopHost(
  storefrontUrl: string | undefined
): string | undefined {
  if (!storefrontUrl || !URL.canParse(storefrontUrl)) {
    return undefined
  }
  return new URL(storefrontUrl).hostname || undefined
}
