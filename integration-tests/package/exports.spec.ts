import { createRequire } from "node:module"
import path from "node:path"
import type { CompilerOptions } from "typescript"
import { entryPoints } from "../../scripts/lib/release/entry-points"
import { STORE_DIR } from "../helpers/boot-store"
import { BUNDLER, compileInMemory, NODE16 } from "../helpers/compile"

type Exports = Record<string, { getName?: () => string }>

const installed = createRequire(path.join(STORE_DIR, "medusa-config.ts"))

const PLUGIN = "customer-registration"
const TYPED = entryPoints(path.join(STORE_DIR, "node_modules", PLUGIN))
  .filter((entry) => !entry.endsWith(".json"))
  .map((entry) => path.posix.join(PLUGIN, entry))

/** What a store gets for `import … from "customer-registration/…"`. */
function imported(entry: string): Exports {
  return installed(`customer-registration/${entry}`) as Exports
}

it.each([
  ["send-otp"],
  ["verify-email"],
  ["verify-phone"],
  ["register-customer"],
  ["send-contact-change-otp"],
  ["update-contact"],
  ["change-password"],
])("the workflow %s is exported under its documented name", (name) => {
  const names = Object.values(imported("workflows")).map((value) =>
    value.getName?.()
  )
  expect(names).toContain(name)
})

it.each([["requestPasswordReset"], ["completePasswordReset"]])(
  "the helper %s is exported",
  (name) => {
    expect(imported("helpers")[name]).toEqual(expect.any(Function))
  }
)

it("the client is exported, with the error of the helpers", () => {
  const { createCustomerClient, RequestError } = imported("client")
  expect(createCustomerClient).toEqual(expect.any(Function))
  expect(RequestError).toBe(imported("helpers").RequestError)
})

it.each([
  ["otp-verification", "OTP_VERIFICATION_MODULE", "otpVerification"],
  [
    "customer-registration",
    "CUSTOMER_REGISTRATION_MODULE",
    "customerRegistration",
  ],
])("the module %s is exported with its key", (folder, constant, key) => {
  const exported = imported(`modules/${folder}`)
  expect(exported[constant]).toBe(key)
  expect(exported.default).toMatchObject({ service: expect.any(Function) })
})

it.each(["phonepass", "twilio"])("the provider %s is exported", (name) => {
  const { services } = imported(`providers/${name}`).default as {
    services: { identifier: string }[]
  }
  expect(services.map(({ identifier }) => identifier)).toEqual([name])
})

it("the dashboard's page and widgets are exported", () => {
  const { menuItemModule, routeModule, widgetModule, ...rest } = installed(
    "customer-registration/admin"
  ) as typeof import("customer-registration/admin")
  const path = "/account-deletion-requests"
  expect(routeModule.routes).toMatchObject([{ path }])
  expect(menuItemModule.menuItems).toMatchObject([{ path }])
  expect(widgetModule.widgets).toMatchObject([
    { zone: ["customer.details.side.before"] },
    { zone: ["order.details.side.before"] },
  ])
  const { formModule, displayModule, i18nModule } = rest
  expect([formModule, displayModule, i18nModule.resources]).toEqual(
    Array(3).fill(expect.any(Object))
  )
})

/** The kinds of files that a consumer writes, with what the compiler takes them for. */
describe.each([
  ["node16, CommonJS", "cts", NODE16],
  ["node16, ES modules", "mts", NODE16],
  ["bundler", "ts", BUNDLER],
] as const)("The types, resolved by %s", (_name, extension, resolution) => {
  let problems: Record<string, string[]>

  beforeAll(() => {
    problems = problemsOf(extension, { ...resolution, esModuleInterop: true })
  }, 120_000)

  it.each(TYPED)("%s has what it exports and nothing else", (entry) => {
    expect(problems[entry]).toEqual([
      expect.stringContaining("Property 'nothing' does not exist on type"),
    ])
  })
})

/** One wrong line for each entry: of one that does not resolve, or is `any`, the compiler says something else. */
function problemsOf(extension: string, options: CompilerOptions) {
  const fileOf = (entry: string) =>
    path.join(STORE_DIR, `${entry.replaceAll("/", "_")}.${extension}`)
  const files = new Map(
    TYPED.map((entry) => [
      fileOf(entry),
      `import * as entry from "${entry}"\nexport const wrong: unknown = entry.nothing\n`,
    ])
  )
  const problems = compileInMemory(files, options)
  return Object.fromEntries(
    TYPED.map((entry) => [
      entry,
      problems
        .filter(({ file }) => !file || file === fileOf(entry))
        .map(({ message }) => message),
    ])
  )
}
