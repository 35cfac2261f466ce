import { execFileSync } from "node:child_process"
import path from "node:path"
import { assumption } from "./assumption"
import { DEEP_PATHS } from "./deep-paths"
import { medusa } from "./medusas"

const HANDLERS = "src/medusa/handlers.ts"

/** The files of Medusa that we import, which no store has to be up for. */
export function compiledFiles() {
  let found: Record<string, Record<string, string>>

  beforeAll(() => {
    const script = path.join(__dirname, "print-exports.js")
    const paths = Object.values(DEEP_PATHS)
    const printed = execFileSync(process.execPath, [
      script,
      medusa.storeDir,
      ...paths,
    ])
    found = JSON.parse(printed.toString()) as typeof found
  })

  const exportsOf = (name: keyof typeof DEEP_PATHS) => found[DEEP_PATHS[name]]

  assumption(
    "1",
    "Medusa exports its login as the handlers GET and POST of a route file",
    HANDLERS,
    () => {
      expect(exportsOf("login")).toEqual({
        GET: "2 parameters",
        POST: "2 parameters",
      })
    }
  )

  assumption(
    "2",
    "Medusa exports its password update as the handler POST of a route file",
    HANDLERS,
    () => {
      expect(exportsOf("update")).toEqual({ POST: "2 parameters" })
    }
  )

  assumption(
    "3a",
    "Medusa exports its token refresh as the handler POST of a route file",
    HANDLERS,
    () => {
      expect(exportsOf("refresh")).toEqual({ POST: "2 parameters" })
    }
  )

  assumption(
    "3d",
    "Medusa exports generateJwtTokenForAuthIdentity beside its auth routes, and generateJwtTokenWithChecks where a refresh checks",
    HANDLERS,
    () => {
      const made = exportsOf("tokenMaker")
      expect(made).toMatchObject({
        generateJwtTokenForAuthIdentity: "2 parameters",
      })
      expect("generateJwtTokenWithChecks" in made).toBe(
        medusa.newer.authProvider
      )
    }
  )

  assumption(
    "4a",
    "Medusa exports refetchCustomer beside the customer routes of the storefront",
    HANDLERS,
    () => {
      expect(exportsOf("customerHelpers")).toMatchObject({
        refetchCustomer: "3 parameters",
      })
    }
  )

  assumption(
    "5a",
    "Medusa exports retrieveTransformQueryConfig beside the customer routes of the storefront",
    HANDLERS,
    () => {
      expect(exportsOf("customerQueryConfig")).toMatchObject({
        retrieveTransformQueryConfig: "object",
      })
    }
  )

  assumption(
    "6a",
    "Medusa exports StoreGetCustomerParams beside the customer routes of the storefront",
    HANDLERS,
    () => {
      expect(exportsOf("customerValidators")).toMatchObject({
        StoreGetCustomerParams: "object",
      })
    }
  )

  assumption(
    "27a",
    "Medusa exports its customer module for a link to it",
    "src/links",
    () => {
      expect(exportsOf("customerModule")).toMatchObject({ default: "object" })
    }
  )

  assumption(
    "27c",
    "Medusa exports its notification module with the class of its service",
    "src/medusa/notifications.ts",
    () => {
      expect(exportsOf("notificationModule")).toMatchObject({
        default: "object",
      })
    }
  )
}
