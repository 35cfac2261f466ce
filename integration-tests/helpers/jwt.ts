/** The claims of a token, unchecked. */
export function decodeJwt(token: string): Record<string, unknown> {
  const claims = token.split(".")[1]
  if (!claims) {
    throw new Error(`Not a JWT: ${token}`)
  }
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<
    string,
    unknown
  >
}
