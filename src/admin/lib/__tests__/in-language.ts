import { createInstance } from "i18next"
import languages, { NAMESPACE } from "../../i18n"
import { type Texts, textsOf } from "../texts"

/** The texts as the dashboard has them in a language. */
export function textsIn(language: string): Texts {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: "en",
    resources: languages,
    initImmediate: false,
    interpolation: { escapeValue: false },
  })
  return textsOf(i18n.getFixedT(null, NAMESPACE), language)
}
