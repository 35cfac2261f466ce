import { Link } from "../routing"
import { useShop } from "../shop/shop"
import { LANGUAGE_NAMES, useLanguage, type Language } from "../words/languages"

export function Header() {
  const { config } = useShop()
  const { language, words, choose } = useLanguage()
  return (
    <header className="header">
      <Link to="/" className="brand">
        <svg viewBox="0 0 24 24" className="icon" aria-hidden="true">
          <path d="M7.5 9.5V9a4.5 4.5 0 0 1 9 0v.5" />
          <rect x="5" y="9.5" width="14" height="10" rx="3" />
          <path d="m9.4 14.4 1.9 1.9 3.5-3.5" />
        </svg>
        {config.shopName}
      </Link>
      <select
        className="language"
        aria-label={words.header.language}
        value={language}
        onChange={(event) => choose(event.target.value as Language)}
      >
        {LANGUAGE_NAMES.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </header>
  )
}
