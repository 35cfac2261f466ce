import {
  bootStore,
  BootOptions,
  STORE_DIR,
  storeEnv,
} from "../helpers/boot-store"
import { createDatabase } from "../helpers/databases"
import { migrateStore, runMedusa } from "../../scripts/lib/medusa-store"

const BOOT_TIMEOUT_MS = 180_000

/** What a store says that does not start. */
async function bootFailure(boot: BootOptions): Promise<string> {
  const said = await bootStore(boot).then(
    ({ shutDown }) => shutDown().then(() => "It started."),
    (error: Error) => error.message
  )
  // The server logs in JSON.
  return said.replaceAll("\\n", "\n").replaceAll('\\"', '"')
}

describe("The boot of a store with wrong options", () => {
  it(
    "fails and names every wrong option by its path",
    async () => {
      const said = await bootFailure({
        options: {
          storefrontUrl: "shop.example.com",
          storefront_url: "https://shop.example.com",
          registration: { identifier: "username", require_verification: "yes" },
          login: { identifier: ["email"] },
          otpLength: 3,
          otpCharset: "hex",
          otpExpiryMinutes: "15",
          maxAttempts: 11,
          email_verification: { chanel: "email", resendThrottleSeconds: -1 },
          phone_verification: { autoSendOnRegistration: 1 },
          password_reset: { subject: "Reset", url: "https://example.com" },
          account_deletion_request: {
            template: "deletion",
            scheduled_days: 366,
          },
          account_deletion_cancel: { template: "" },
          phone: { default_country: "usa", allowed_countries: [] },
          limits: { per_destination_hour: 0, per_ip_hour: true, per_day: 5 },
        },
      })

      expect(said).toContain("invalid plugin options")
      expect(said).toContain('✖ Unrecognized key: "storefront_url"\n')
      for (const [block, key] of [
        ["email_verification", "chanel"],
        ["password_reset", "url"],
        ["limits", "per_day"],
      ]) {
        expect(said).toContain(
          `✖ Unrecognized key: "${key}"\n  → at ${block}\n`
        )
      }
      for (const path of [
        "storefrontUrl",
        "registration.identifier",
        "registration.require_verification",
        "login.identifier",
        "otpLength",
        "otpCharset",
        "otpExpiryMinutes",
        "maxAttempts",
        "email_verification.resendThrottleSeconds",
        "phone_verification.autoSendOnRegistration",
        "password_reset.template",
        "account_deletion_request.scheduled_days",
        "account_deletion_cancel.template",
        "phone.default_country",
        "phone.allowed_countries",
        "limits.per_destination_hour",
        "limits.per_ip_hour",
      ]) {
        expect(said).toContain(`\n  → at ${path}\n`)
      }
    },
    BOOT_TIMEOUT_MS
  )

  it(
    "fails for password_reset without an origin for its links",
    async () => {
      const said = await bootFailure({
        options: { password_reset: { template: "reset" } },
        http: { storeCors: "/\\.example\\.com$/" },
      })

      expect(said).toContain("invalid plugin options")
      expect(said).toMatch(
        /✖ required by password_reset, .*\n {2}→ at storefrontUrl/
      )
    },
    BOOT_TIMEOUT_MS
  )

  it.each([
    "email_verification",
    "phone_verification",
    "password_reset",
    "account_deletion_request",
    "account_deletion_cancel",
  ])(
    "fails for a template file of %s that is not well formed",
    async (block) => {
      const said = await bootFailure({
        options: {
          registration: { identifier: "both" },
          [block]: { template: "templates/broken.html" },
        },
      })

      expect(said).toMatch(/broken\.html: no valid mustache template/)
    },
    BOOT_TIMEOUT_MS
  )

  it(
    "fails for a template that looks like a path and is no file, and names where it was looked for",
    async () => {
      const said = await bootFailure({
        options: {
          phone_verification: { template: "src/templates/missing.txt" },
        },
      })

      expect(said).toContain(
        `phone_verification.template: the template "src/templates/missing.txt" is no file in ${STORE_DIR}: mend its path`
      )
    },
    BOOT_TIMEOUT_MS
  )

  it.each([{ cost: 9 }, { cost: 16 }, { costs: 12 }])(
    "fails for the phonepass options %j",
    async (phonepass) => {
      const said = await bootFailure({ phonepass })

      expect(said).toContain("phonepass: invalid provider options")
      expect(said).toMatch(/\bcosts?\b/)
    },
    BOOT_TIMEOUT_MS
  )
})

describe("The boot of a store that cannot work", () => {
  const WEAK = { jwtSecret: "supersecret" }

  it.each([[{ jwtSecret: "x" }], [WEAK]])(
    "fails in production for %j",
    async (http) => {
      const said = await bootFailure({ http, env: { NODE_ENV: "prod" } })

      expect(said).toMatch(/http\.jwtSecret is .*openssl rand -hex 32/)
    },
    BOOT_TIMEOUT_MS
  )

  it(
    "says in one line each what to do",
    async () => {
      const { store, shutDown } = await bootStore({
        options: {
          registration: { identifier: "both" },
          phone_verification: { channel: "voice" },
          limits: { sms_per_day: false },
        },
        http: WEAK,
        env: { AUTH_PROVIDERS: "house" },
      })
      const log = store.log()
      await shutDown()

      for (const words of [
        "http.jwtSecret is a well-known default",
        'the auth module has no provider \\"emailpass\\"',
        'needs the auth provider \\"phonepass\\"',
        'no notification provider serves the channel \\"voice\\": outside production',
        "neither limits.sms_per_day nor phone.allowed_countries",
      ]) {
        const lines = log.split("\n").filter((line) => line.includes(words))
        expect({ words, lines: lines.length }).toEqual({ words, lines: 1 })
      }
    },
    BOOT_TIMEOUT_MS
  )

  it(
    "fails on a database without a migration of the plugin, which db:migrate then runs",
    async () => {
      const database = await createDatabase()
      const env = {
        ...storeEnv({}),
        DATABASE_URL: database.url,
        OUTBOX_FILE: "/dev/null",
      }
      const script = ["exec", "./src/migration-scripts/create-admin.ts"]
      const run = (args: string[]) =>
        runMedusa(args, { dir: STORE_DIR, env }).catch(({ message }) => message)
      try {
        await database.db.query(
          `drop table account_deletion_request;
           delete from mikro_orm_migrations where name like '%AccountDeletionRequestTable'`
        )
        const refused = await run(script)
        expect(refused).toContain("the database is not migrated: run")
        expect(refused).toContain(
          "(missing: Migration20250221000000CreateAccountDeletionRequestTable)"
        )
        await migrateStore({ dir: STORE_DIR, env })
        expect(await run(script)).not.toContain("is not migrated")
      } finally {
        await database.drop()
      }
    },
    BOOT_TIMEOUT_MS
  )
})

describe("The boot of a store with every option", () => {
  it(
    "succeeds and warns of templates that the notification provider has to know",
    async () => {
      const { store, shutDown } = await bootStore({
        options: {
          storefrontUrl: "https://shop.example.com",
          registration: { identifier: "both", require_verification: false },
          login: { identifier: "both" },
          otpLength: 10,
          otpCharset: "alphanumeric",
          otpExpiryMinutes: 1440,
          maxAttempts: 10,
          email_verification: {
            channel: "email",
            subject: "Your code",
            resendThrottleSeconds: 0,
            autoSendOnRegistration: true,
          },
          phone_verification: {
            channel: "sms",
            resendThrottleSeconds: 86_400,
            autoSendOnRegistration: true,
          },
          password_reset: { template: "reset", subject: "Reset" },
          account_deletion_request: {
            template: "deletion",
            subject: "Deletion",
            scheduled_days: 0,
          },
          account_deletion_cancel: { template: "cancel", subject: "Cancel" },
          phone: { default_country: "US", allowed_countries: ["US", "CA"] },
          limits: {
            per_destination_hour: false,
            per_destination_day: 1000,
            per_ip_hour: 1,
            sms_per_day: 1,
            failures_per_day: false,
          },
        },
        phonepass: { cost: 15 },
      })
      const health = await store.api("GET", "/health")
      const log = store.log()
      await shutDown()

      expect(health.status).toBe(200)
      for (const block of [
        "password_reset",
        "account_deletion_request",
        "account_deletion_cancel",
      ]) {
        expect(log).toContain(
          `${block}.template is an id of the notification provider`
        )
      }
    },
    BOOT_TIMEOUT_MS
  )
})
