import { z } from "zod"
import type { ContactParse } from "./contact-parse"

// RFC 5321 §4.5.3.1.3 (path of 256 octets with its angle brackets) and §4.5.3.1.1 (local part).
const MAX_ADDRESS = 254
const MAX_LOCAL_PART = 64

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/
const PUNYCODE_TOP_LEVEL = /\.xn--[a-z0-9-]+$/

const address = z.email()
const domainLabels = z.email({ pattern: z.regexes.html5Email })

const FAULTS = {
  type: "Send the e-mail address as one string.",
  characters:
    "Write the e-mail address in plain ASCII characters; write an international domain in its punycode form (xn--…).",
  length: `Enter an e-mail address of at most ${MAX_ADDRESS} characters, ${MAX_LOCAL_PART} of them before the @.`,
  address: "Enter one valid e-mail address, such as name@example.com.",
}

/**
 * Reads an e-mail address as people type it and gives it the one form in which it is stored, compared and keyed.
 *
 * Refused: everything but one string, control and non-ASCII characters, quoted local parts, comments and lists.
 *
 * @param input the value of a request body, of any type
 * @returns `value` trimmed and lower-case, at most 254 characters (RFC 5321 §4.5.3.1)
 * @example parseEmail(" Jane@Example.com ") // { value: "jane@example.com" }
 * @example parseEmail("a@x.com,b@y.com").fault // "Enter one valid e-mail address, …"
 */
export function parseEmail(input: unknown): ContactParse {
  if (typeof input !== "string") {
    return { fault: FAULTS.type }
  }
  if (!PRINTABLE_ASCII.test(input)) {
    return { fault: FAULTS.characters }
  }
  const value = input.trim().toLowerCase()
  if (value.length > MAX_ADDRESS || value.indexOf("@") > MAX_LOCAL_PART) {
    return { fault: FAULTS.length }
  }
  return isAddress(value) ? { value } : { fault: FAULTS.address }
}

function isAddress(value: string): boolean {
  // zod's own pattern knows no top-level domain in punycode, so it is shown a plain one in its place.
  const plain = value.replace(PUNYCODE_TOP_LEVEL, ".plain")
  return (
    address.safeParse(plain).success && domainLabels.safeParse(value).success
  )
}
