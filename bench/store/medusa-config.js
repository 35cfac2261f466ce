// @ts-check
const path = require("node:path")
const { defineConfig, Modules } = require("@medusajs/framework/utils")

const withPlugin = process.env.WITH_PLUGIN === "1"
const caching = process.env.CACHING === "1"

// JavaScript, so that `medusa start` runs it as it is in production.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: {
      pool: {
        min: Number(process.env.POOL_MIN),
        max: Number(process.env.POOL_MAX),
      },
    },
    http: {
      storeCors: "http://localhost:8000",
      authCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  featureFlags: { caching },
  plugins: withPlugin
    ? [
        {
          resolve: "customer-registration",
          options: {
            registration: { identifier: "both" },
            // A run sends more text messages than a store's default allows.
            limits: { sms_per_day: 1_000_000 },
          },
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
    ...(caching
      ? [
          {
            key: Modules.CACHING,
            resolve: "@medusajs/medusa/caching",
            options: { in_memory: { enable: true } },
          },
        ]
      : []),
    { key: Modules.SEARCH, disable: true },
  ],
})
