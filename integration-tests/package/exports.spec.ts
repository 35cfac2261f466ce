import { createRequire } from "node:module"
import path from "node:path"
import { STORE_DIR } from "../helpers/boot-store"

type Exports = Record<string, { getName?: () => string }>

/** What Medusa's build makes of `src/admin`. */
type AdminExtensions = {
  menuItemModule: { menuItems: { path: string }[] }
  routeModule: { routes: { path: string }[] }
  widgetModule: { widgets: { zone: string[] }[] }
}

const installed = createRequire(path.join(STORE_DIR, "medusa-config.ts"))

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
  const { menuItemModule, routeModule, widgetModule } = installed(
    "customer-registration/admin"
  ) as AdminExtensions
  const path = "/account-deletion-requests"
  expect(routeModule.routes).toMatchObject([{ path }])
  expect(menuItemModule.menuItems).toMatchObject([{ path }])
  expect(widgetModule.widgets).toMatchObject([
    { zone: ["customer.details.side.before"] },
    { zone: ["order.details.side.before"] },
  ])
})
