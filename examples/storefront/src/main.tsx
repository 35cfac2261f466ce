import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app"
import { readConfig } from "./config"
import { Router } from "./routing"
import { SessionProvider } from "./shop/session"
import { openShop, ShopProvider } from "./shop/shop"
import "./styles.css"
import { LanguageProvider } from "./words/languages"

const shop = openShop(await readConfig())

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <LanguageProvider>
      <ShopProvider value={shop}>
        <Router>
          <SessionProvider>
            <App />
          </SessionProvider>
        </Router>
      </ShopProvider>
    </LanguageProvider>
  </StrictMode>
)
