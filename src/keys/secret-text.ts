import { createPrivateKey, KeyObject } from "node:crypto"
import type { Secret } from "jsonwebtoken"

/**
 * The server's secret as text, from any of the forms in which Medusa takes it: text, bytes, a key object, or an
 * encrypted PEM with its passphrase.
 *
 * @throws Error when there is no secret
 * @example secretText(configModule.projectConfig.http.jwtSecret)
 */
export function secretText(secret: Secret | undefined): string {
  if (!secret) {
    throw new Error(
      "customer-registration: projectConfig.http.jwtSecret is not set"
    )
  }
  if (typeof secret === "string" || Buffer.isBuffer(secret)) {
    return secret.toString()
  }
  if (!(secret instanceof KeyObject)) {
    return secretText(createPrivateKey(secret))
  }
  return secret.type === "secret"
    ? secret.export().toString()
    : secret
        .export({
          format: "pem",
          type: secret.type === "public" ? "spki" : "pkcs8",
        })
        .toString()
}
