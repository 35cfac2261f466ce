import { testContactOf, type PluginOptions } from "../../../options"
import type { OtpHashes } from "../codes/code"
import { codesOf, type Traces } from "../codes/remove-codes"
import {
  type Bucket,
  COUNTED,
  destinationBuckets,
  failureBucket,
  loginBucket,
  testBucket,
} from "./buckets"

/** What hits a person's limits. */
export type LimitKind = "codes" | "wrong_codes" | "wrong_passwords"

/**
 * The limits that are about a person alone, by what hits them. Waits between two codes are none: they are over soon.
 *
 * @example secondsUntilFree(context, limitsOfPerson(options, traces, hashes).codes)
 */
export function limitsOfPerson(
  options: PluginOptions,
  traces: Traces,
  hashes: OtpHashes
): Record<LimitKind, Bucket[]> {
  const { limits } = options
  const { destinations } = traces
  const keyOf = hashes.limit
  return {
    codes: destinations.flatMap((destination) =>
      COUNTED.flatMap((counted) =>
        destinationBuckets(limits, counted, destination, keyOf)
      )
    ),
    wrong_codes: [
      ...codesOf(traces, hashes).flatMap(
        (code) => failureBucket(limits, code, keyOf) ?? []
      ),
      ...destinations
        .filter((contact) => testContactOf(options, contact))
        .map((contact) => testBucket(contact, keyOf)),
    ],
    wrong_passwords: destinations.flatMap(
      (contact) => loginBucket(limits, contact, keyOf) ?? []
    ),
  }
}
