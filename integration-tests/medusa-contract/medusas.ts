import { readFileSync } from "node:fs"
import path from "node:path"

export const ROOT = path.resolve(__dirname, "../..")
export const OLDEST = "integration-tests/medusa-oldest"

type Manifest = Record<
  "dependencies" | "devDependencies" | "peerDependencies",
  Record<string, string>
>

/** What came to Medusa between the oldest that we support and the one that we develop with. */
export type Newer = {
  /** A second factor: `mfa_required` in answers, factors below an identity. */
  mfa: boolean
  /** Medusa's own verification: `verification_required` in answers. */
  verification: boolean
  /** `policies` of a route are asked of an admin's roles. */
  policies: boolean
  /** Tokens and the context of a request name the provider of the login; a refresh asks for it. */
  authProvider: boolean
  /** A field that is not allowed is left out of a query; before, it is refused. */
  filteredFields: boolean
  /** An update that gives an order its first e-mail makes it that of whoever has the e-mail. */
  customerOfOrder: boolean
}

/** A version of Medusa that the contract is held to. */
export type Medusa = {
  name: "current" | "oldest"
  version: string
  /** The root of the contract's store on it. */
  storeDir: string
  /** Where its node_modules are that the plugin goes into: old versions look for it beside themselves alone. */
  pluginDir: string
  newer: Newer
}

const ALL: Record<Medusa["name"], Medusa> = {
  current: {
    name: "current",
    version: manifest(".").devDependencies["@medusajs/medusa"],
    storeDir: path.join(__dirname, "store"),
    pluginDir: path.join(__dirname, "store"),
    newer: {
      mfa: true,
      verification: true,
      policies: true,
      authProvider: true,
      filteredFields: true,
      customerOfOrder: true,
    },
  },
  oldest: {
    name: "oldest",
    version: manifest(OLDEST).dependencies["@medusajs/medusa"],
    storeDir: path.join(ROOT, OLDEST, "store"),
    pluginDir: path.join(ROOT, OLDEST),
    newer: {
      mfa: false,
      verification: false,
      policies: false,
      authProvider: false,
      filteredFields: false,
      customerOfOrder: false,
    },
  },
}

/** Set by the Jest project that runs the spec; none by the one of all specs. */
declare const MEDUSA_UNDER_TEST: Medusa["name"] | undefined

/** The Medusa that this run of the spec is about. */
export const medusa =
  ALL[typeof MEDUSA_UNDER_TEST === "undefined" ? "current" : MEDUSA_UNDER_TEST]

export const VERSIONS = [ALL.current.version, ALL.oldest.version]

/** A file of the repository that says what is installed. */
export function manifest(dir: string): Manifest {
  const file = path.join(ROOT, dir, "package.json")
  return JSON.parse(readFileSync(file, "utf8")) as Manifest
}
