import { defineConfig, Modules } from "@medusajs/framework/utils"

const withPlugin = process.env.WITHOUT_PLUGIN !== "1"

/** The JSON in an environment variable, so that each spec can boot the store its own way. */
function fromEnv(name: string): Record<string, unknown> | undefined {
  const json = process.env[name]
  return json ? JSON.parse(json) : undefined
}

/** Medusa's Redis modules, for a store on several servers. */
function redisModules(redisUrl: string) {
  return [
    {
      key: Modules.EVENT_BUS,
      resolve: "@medusajs/medusa/event-bus-redis",
      options: { redisUrl },
    },
    {
      key: Modules.WORKFLOW_ENGINE,
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl } },
    },
    {
      key: Modules.LOCKING,
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
    {
      key: Modules.CACHING,
      resolve: "@medusajs/medusa/caching",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/caching-redis",
            id: "caching-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}

/** The ids of the only auth providers that the store is to have. */
const onlyLogins = process.env.AUTH_PROVIDERS?.split(",")

function pluginEntry() {
  const options = fromEnv("PLUGIN_OPTIONS")
  return options
    ? { resolve: "customer-registration", options }
    : "customer-registration"
}

/** An outbox, or what a spec has written into a file: providers that stores use. */
function notificationProviders() {
  const file = process.env.NOTIFICATION_PROVIDERS
  return file
    ? require(file) // eslint-disable-line @typescript-eslint/no-require-imports -- the spec names the file
    : [
        {
          resolve: "../../demo/outbox",
          id: "outbox",
          options: { channels: ["email", "sms"] },
        },
      ]
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: fromEnv("DATABASE_DRIVER_OPTIONS"),
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000",
      jwtSecret:
        process.env.JWT_SECRET ??
        "jwt-secret-of-the-test-store-that-is-long-enough",
      cookieSecret:
        process.env.COOKIE_SECRET ??
        "cookie-secret-of-the-test-store-that-is-long-enough",
      ...fromEnv("HTTP_OPTIONS"),
    },
  },
  // Only specs of the dashboard build and serve it.
  admin: { disable: process.env.ADMIN !== "1" },
  featureFlags: { rbac: process.env.RBAC === "1" },
  plugins: withPlugin ? [pluginEntry()] : [],
  modules: [
    {
      key: Modules.AUTH,
      resolve: "@medusajs/medusa/auth",
      options: {
        mfa: { encryption_key: "mfa-key-of-the-test-store" },
        ...(process.env.OTP_PROVIDER === "1" && {
          verification: {
            providers: [
              {
                resolve: "customer-registration/providers/otp",
                id: "otp",
              },
            ],
          },
        }),
        providers: [
          {
            resolve:
              process.env.EMAILPASS === "overwriting"
                ? "./src/providers/overwriting"
                : "@medusajs/medusa/auth-emailpass",
            id: "emailpass",
            options: fromEnv("EMAILPASS_OPTIONS"),
          },
          { resolve: "./src/providers/house", id: "house" },
          ...(withPlugin
            ? [
                {
                  resolve: "customer-registration/providers/phonepass",
                  id: "phonepass",
                  options: fromEnv("PHONEPASS_OPTIONS"),
                },
              ]
            : []),
        ].filter(({ id }) => !onlyLogins || onlyLogins.includes(id)),
      },
    },
    {
      key: Modules.NOTIFICATION,
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: notificationProviders(),
      },
    },
    ...(process.env.REDIS_URL ? redisModules(process.env.REDIS_URL) : []),
    { key: Modules.RBAC, disable: process.env.RBAC !== "1" },
    // Nothing here searches, and its index set-up costs every migration one more boot.
    { key: Modules.SEARCH, disable: true },
  ],
})
