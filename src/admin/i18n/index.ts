import de from "./de"
import en from "./en"

/** Apart from Medusa's texts and those of other plugins. */
export const NAMESPACE = "customer-registration"

/** By the names that Medusa gives languages. In any other one, the dashboard falls back to English. */
export default {
  de: { [NAMESPACE]: de },
  en: { [NAMESPACE]: en },
}
