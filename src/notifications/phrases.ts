import type { Language } from "./language"

/**
 * A duration as people say it.
 *
 * @param minutes a whole number, at least 1
 * @example durationIn(ENGLISH, 15) // "15 minutes"
 * @example durationIn(ENGLISH, 120) // "2 hours"
 */
export function durationIn(language: Language, minutes: number): string {
  return minutes % 60 === 0
    ? language.say("duration.hours", { hours: minutes / 60 })
    : language.say("duration.minutes", { minutes })
}

/**
 * Where people find the shop.
 *
 * @example placeIn(ENGLISH, "shop.example.com") // "on shop.example.com"
 */
export function placeIn(language: Language, shop_host?: string): string {
  return shop_host
    ? language.say("place.shop", { shop_host })
    : language.say("place.unnamed")
}
