import { HttpResponse } from "./http"
import { decodeJwt } from "./jwt"

/** All that the answer to an anonymous request shows but for what is random in it or the moment it was made. */
export function shapeOf({ status, headers, body }: HttpResponse) {
  const { token, expires_at, ...rest } = body
  const claims = decodeJwt(token)
  return {
    status,
    headers: Object.keys(headers).sort(),
    length: headers["content-length"],
    rest,
    expires: typeof expires_at,
    header: token.split(".")[0],
    claims: Object.entries(claims).map(([name, value]) => [name, typeof value]),
    lengths: token.split(".").map((part: string) => part.length),
    // The two are rounded apart.
    lifetime: Math.round((Number(claims.exp) - Number(claims.iat)) / 60),
    aud: claims.aud,
    purpose: claims.purpose,
  }
}
