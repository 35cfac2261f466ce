/** `fetch` as a browser has it: with a jar of cookies, for requests that ask for it. */
export function cookieFetch(original: typeof fetch): typeof fetch {
  const jar = new Map<string, string>()
  return async (target, init) => {
    if (init?.credentials !== "include") {
      return await original(target, init)
    }
    const headers = new Headers(init.headers)
    if (jar.size) {
      headers.set(
        "cookie",
        [...jar].map((cookie) => cookie.join("=")).join("; ")
      )
    }
    const response = await original(target, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) {
        jar.set(name, value)
      } else {
        jar.delete(name)
      }
    }
    return response
  }
}
