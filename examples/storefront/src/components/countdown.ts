import { useEffect, useState } from "react"

/** @returns the whole seconds until a moment, 0 once it is there; the component is drawn anew each second */
export function useSecondsUntil(moment = 0): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((moment - now) / 1000))

  useEffect(() => {
    setNow(Date.now())
    if (moment <= Date.now()) {
      return
    }
    const timer = setInterval(() => {
      setNow(Date.now())
      if (moment <= Date.now()) {
        clearInterval(timer)
      }
    }, 1000)
    return () => clearInterval(timer)
  }, [moment])
  return left
}

/** @example clockTime(3661) // "1:01:01" */
export function clockTime(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const two = (part: number) => String(part).padStart(2, "0")
  return hours
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}
