import { defineConfig, Modules } from "@medusajs/framework/utils"

const withPlugin = process.env.WITHOUT_PLUGIN !== "1"
/** The actor type of whom the store requires Medusa's own verification. */
const VERIFIED_ACTOR = "supplier"

const plugin = {
  resolve: "customer-registration",
  options: {
    storefrontUrl: "https://shop.example.com",
    phone: { default_country: "US" },
    phone_verification: { channel: "sms" },
  },
}

// Modules that the oldest Medusa does not have.
const newer = (name: string) => name in Modules

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000",
      jwtSecret: "jwt-secret-of-the-contract-store",
      cookieSecret: "cookie-secret-of-the-contract-store",
      authVerificationsPerActor: {
        [VERIFIED_ACTOR]: [
          { auth_provider: "emailpass", entity_type: "email" },
        ],
      },
    },
  },
  admin: { disable: true },
  featureFlags: { rbac: newer("RBAC") && !withPlugin },
  plugins: withPlugin ? [plugin] : [],
  modules: [
    {
      key: Modules.AUTH,
      resolve: "@medusajs/medusa/auth",
      options: {
        mfa: { encryption_key: "mfa-key-of-the-contract-store" },
        ...(withPlugin && {
          verification: {
            providers: [
              { resolve: "customer-registration/providers/otp", id: "otp" },
            ],
          },
        }),
        providers: [
          { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" },
          ...(withPlugin
            ? [
                {
                  resolve: "customer-registration/providers/phonepass",
                  id: "phonepass",
                },
              ]
            : []),
        ],
      },
    },
    {
      key: Modules.NOTIFICATION,
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "./src/providers/outbox",
            id: "outbox",
            options: { channels: ["email", "sms"] },
          },
        ],
      },
    },
    { resolve: "./src/modules/probe" },
    ...(newer("RBAC") ? [{ key: Modules.RBAC, disable: withPlugin }] : []),
    // Nothing here searches, and its index set-up costs every migration one more boot.
    ...(newer("SEARCH") ? [{ key: Modules.SEARCH, disable: true }] : []),
  ],
})
