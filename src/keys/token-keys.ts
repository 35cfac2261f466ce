import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
} from "node:crypto"
import type { ProjectConfigOptions } from "@medusajs/framework/types"
import type { Algorithm } from "jsonwebtoken"
import { secretText } from "./secret-text"

type HttpConfig = ProjectConfigOptions["http"]

/** With what the server signs tokens and checks them. */
export type TokenKeys = {
  algorithm: Algorithm
  signKey: KeyObject
  verifyKey: KeyObject
}

const made = new WeakMap<HttpConfig, TokenKeys>()

/**
 * The keys of the server's tokens. They are made once for a configuration: given as a string, `jsonwebtoken` tries the
 * secret as a PEM at every call.
 *
 * @throws Error when there is no secret, or no key in it for the algorithm
 * @example const { algorithm, signKey } = tokenKeys(configModule.projectConfig.http)
 */
export function tokenKeys(http: HttpConfig): TokenKeys {
  const keys = made.get(http) ?? makeKeys(http)
  made.set(http, keys)
  return keys
}

function makeKeys({
  jwtSecret,
  jwtPublicKey,
  jwtOptions,
}: HttpConfig): TokenKeys {
  const algorithm = jwtOptions?.algorithm ?? "HS256"
  const secret = secretText(jwtSecret)
  if (algorithm.startsWith("HS")) {
    const key = createSecretKey(secret, "utf8")
    return { algorithm, signKey: key, verifyKey: key }
  }
  return {
    algorithm,
    signKey: createPrivateKey(secret),
    verifyKey: createPublicKey(secretText(jwtPublicKey ?? secret)),
  }
}
