import { useEffect, useState } from "react"

/**
 * What the link of a message carries. The token leaves the address bar and the history at once; a link that is opened
 * does nothing by itself, because scanners of mail open links, too.
 */
export function useLink(): { token: string; email: string } {
  const [link] = useState(() => {
    const query = new URLSearchParams(location.search)
    return {
      token: query.get("token") ?? "",
      email: query.get("email") ?? "",
    }
  })
  useEffect(() => {
    history.replaceState(history.state, "", location.pathname)
  }, [])
  return link
}
