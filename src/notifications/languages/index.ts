import { ar } from "./ar"
import { de } from "./de"
import { en, type Sentences } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { hi } from "./hi"
import { pt } from "./pt"

export { en, type SentenceKey, type Sentences } from "./en"

/** The languages that the plugin brings, by their tag (BCP 47). */
export const BUILT_IN: Record<string, Sentences> = {
  en,
  de,
  fr,
  es,
  pt,
  ar,
  hi,
}
