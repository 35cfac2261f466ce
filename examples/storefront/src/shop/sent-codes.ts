/** What the server answers when it has sent a code. */
export type SentCode = { token: string; expires_at: string }

/**
 * The tokens of codes that are on their way, by what they are for. Whoever goes back and asks again too soon types the
 * code that they have.
 */
const sent = new Map<string, SentCode>()

export function rememberCode(key: string, code: SentCode): void {
  sent.set(key, code)
}

export function rememberedCode(key: string): SentCode | undefined {
  const code = sent.get(key)
  return code && Date.parse(code.expires_at) > Date.now() ? code : undefined
}

export function forgetCode(key: string): void {
  sent.delete(key)
}
