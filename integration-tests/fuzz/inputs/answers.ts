import { ERRORS, MEDUSA_ERRORS } from "../../../src/errors"
import type { HttpResponse } from "../../helpers/http"
import { SECRETS } from "../modes"

/** Those of the plugin's table, those that it has for refusals of Medusa's, and two that stay Medusa's. */
const CODES = [
  ...Object.keys({ ...ERRORS, ...MEDUSA_ERRORS }),
  "invalid_state_error",
  "invalid_request_error",
]

/** A stack, a path of the server's, a statement, a hash of a password. */
const INSIDE = [
  /\n\s+at /,
  /node_modules/,
  /\.(js|ts):\d+/,
  /\b(select|insert|update|delete)\b.*\b(from|into|set|where)\b/i,
  /\$2[aby]\$\d/,
  /c2NyeXB0/,
  /code_hash|destination_hash|provider_metadata/,
]

/** That an answer is JSON, refuses by a code that is documented, and shows nothing of the server's inside. */
export function expectSafe(
  request: string,
  { status, body, headers }: HttpResponse
): void {
  const text = JSON.stringify(body)
  const shown = INSIDE.filter((inside) => inside.test(text))
  const secret = text.includes(SECRETS.jwtSecret)
  // "Created" is Medusa's answer to who asks for a reset mail.
  const json = /json/.test(headers["content-type"] ?? "") || status === 201
  // Before a plugin can, Medusa refuses who is no admin.
  const uncoded = status === 401 && request.includes(" /admin/")
  const coded = status < 400 || uncoded || CODES.includes(String(body.code))
  expect({ request, status, body, json, coded, shown, secret }).toEqual({
    request,
    status,
    body,
    json: true,
    coded: true,
    shown: [],
    secret: false,
  })
}
