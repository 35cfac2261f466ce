import { defineConfig, Modules } from "@medusajs/framework/utils"
import path from "node:path"

const storefrontUrl = process.env.STOREFRONT_URL ?? "https://shop.example.com"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: storefrontUrl,
      authCors: storefrontUrl,
      adminCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  // It takes half a minute to build, so `npm run demo -- --exit` does without.
  admin: { disable: process.env.ADMIN !== "1" },
  plugins: [
    {
      resolve: "customer-registration",
      options: {
        storefrontUrl,
        // Everybody gives a phone and an e-mail, and may sign up and log in with either.
        registration: { identifier: "both" },
        login: { methods: ["password", "code"] },
        phone: { default_country: "US" },
      },
    },
  ],
  modules: [
    {
      key: Modules.AUTH,
      resolve: "@medusajs/medusa/auth",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" },
          {
            resolve: "customer-registration/providers/phonepass",
            id: "phonepass",
          },
        ],
      },
    },
    {
      key: Modules.NOTIFICATION,
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            // A real shop has its mail and SMS providers here.
            resolve: path.join(__dirname, "outbox"),
            id: "outbox",
            options: { channels: ["email", "sms"] },
          },
        ],
      },
    },
    // Nothing here searches, and its index would cost the migration one more boot.
    // An older Medusa has none.
    ...("SEARCH" in Modules ? [{ key: Modules.SEARCH, disable: true }] : []),
  ],
})
