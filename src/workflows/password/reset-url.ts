/**
 * The link in a reset mail: built from the configured storefront alone, whatever host a request named.
 *
 * @example resetUrl("https://shop.example.com", { token: "t", email: "jane@example.com" }) // "https://shop.example.com/reset-password?token=t&email=jane%40example.com"
 */
export function resetUrl(
  storefrontUrl: string,
  query: { token: string; email: string }
): string {
  const base = storefrontUrl.replace(/\/+$/, "")
  return `${base}/reset-password?${new URLSearchParams(query).toString()}`
}
