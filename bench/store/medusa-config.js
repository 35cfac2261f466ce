// @ts-check
const path = require("node:path")
const { defineConfig, Modules } = require("@medusajs/framework/utils")

const withPlugin = process.env.WITH_PLUGIN === "1"

// JavaScript, so that `medusa start` runs it as it is in production.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    // The same pool for both stores.
    databaseDriverOptions: { pool: { min: 16, max: 32 } },
    http: {
      storeCors: "http://localhost:8000",
      authCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  plugins: withPlugin
    ? [
        {
          resolve: "customer-registration",
          options: { registration: { identifier: "both" } },
        },
      ]
    : [],
  modules: [
    {
      key: Modules.AUTH,
      resolve: "@medusajs/medusa/auth",
      options: {
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
            resolve: path.join(__dirname, "src/providers/codes"),
            id: "codes",
            options: { channels: ["email", "sms"] },
          },
        ],
      },
    },
    { key: Modules.SEARCH, disable: true },
  ],
})
