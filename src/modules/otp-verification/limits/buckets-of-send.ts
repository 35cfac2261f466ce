import type { PluginOptions } from "../../../options"
import { OTP_PURPOSES, type IssueInput } from "../types"
import type { Bucket } from "./bucket"
import { clientNetwork } from "./client-network"

const HOUR = 3600
const DAY = 86_400

type Limits = PluginOptions["limits"]
type KeyOf = (...parts: string[]) => string

/** The limit on wrong codes of one subject and purpose; a new code does not reset it (NIST SP 800-63B-4, 3.1.3.2). */
export function failureBucket(
  limits: Limits,
  { subject, purpose }: { subject: string; purpose: string },
  keyOf: KeyOf
): Bucket[] {
  return bucket(
    limits.failures_per_day,
    DAY,
    keyOf("failures", subject, purpose)
  )
}

/** The limits that one send takes from. */
export function bucketsOfSend(
  limits: Limits,
  input: IssueInput,
  keyOf: KeyOf
): Bucket[] {
  const { subject, purpose, destination, client_ip } = input
  return [
    ...bucket(
      input.resend_seconds > 0 && 1,
      input.resend_seconds,
      keyOf("resend", subject, purpose)
    ),
    ...bucket(
      limits.per_destination_hour,
      HOUR,
      keyOf("destination/hour", destination)
    ),
    ...bucket(
      limits.per_destination_day,
      DAY,
      keyOf("destination/day", destination)
    ),
    ...bucket(
      client_ip !== undefined && limits.per_ip_hour,
      HOUR,
      keyOf("ip", clientNetwork(client_ip ?? "")),
      true
    ),
    ...bucket(
      input.text_message && limits.sms_per_day,
      DAY,
      keyOf("sms"),
      true
    ),
  ]
}

/**
 * The keys of all limits that are about a person.
 *
 * @param subjects whose codes were limited
 * @param destinations where they went
 */
export function personalKeys(
  subjects: string[],
  destinations: string[],
  keyOf: KeyOf
): string[] {
  const ofSubjects = subjects.flatMap((subject) =>
    OTP_PURPOSES.flatMap((purpose) => [
      keyOf("failures", subject, purpose),
      keyOf("resend", subject, purpose),
    ])
  )
  const ofDestinations = destinations.flatMap((destination) => [
    keyOf("destination/hour", destination),
    keyOf("destination/day", destination),
  ])
  return [...ofSubjects, ...ofDestinations]
}

function bucket(
  max: number | false,
  seconds: number,
  key: string,
  shared = false
): Bucket[] {
  return max === false ? [] : [{ key, max, seconds, shared }]
}
