import type { AuthContext } from "@medusajs/framework/http"

/**
 * The provider that somebody logged in with; Medusa 2.11 does not say it in its tokens.
 *
 * @example providerOf(req.auth_context) // "phonepass"
 */
export function providerOf(context: AuthContext): string | undefined {
  const provider: unknown = Reflect.get(context, "auth_provider")
  return typeof provider === "string" ? provider : undefined
}
