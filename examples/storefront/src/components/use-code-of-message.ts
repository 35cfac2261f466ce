import { useEffect, useRef } from "react"

/**
 * WebOTP: phones with Chrome offer the code of a text message that ends with `@<host> #<code>`, as the plugin's do. Other
 * browsers offer it above the keyboard, by `autocomplete="one-time-code"`.
 */
export function useCodeOfMessage(onCode: (code: string) => void): void {
  const receive = useRef(onCode)
  useEffect(() => {
    receive.current = onCode
  })

  useEffect(() => {
    if (!("OTPCredential" in window)) {
      return
    }
    const waiting = new AbortController()
    const asked: CredentialRequestOptions & { otp: { transport: string[] } } = {
      otp: { transport: ["sms"] },
      signal: waiting.signal,
    }
    navigator.credentials.get(asked).then(
      (credential) => {
        if (credential && "code" in credential) {
          receive.current(String(credential.code))
        }
      },
      // The customer declined, or left: they type the code.
      () => undefined
    )
    return () => waiting.abort()
  }, [])
}
