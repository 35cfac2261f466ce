import type { PluginOptions } from "../../../options"
import type { IssueInput, MessageLimits } from "../types"
import type { Bucket } from "./bucket"
import { clientNetwork } from "./client-network"

const HOUR = 3600
const DAY = 86_400

/** What is counted for a destination: the messages that go there, and the blind sends that name it. */
const COUNTED = ["destination", "blind"] as const

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

/** The limits that one send takes from; a blind one takes none that anything but blind sends take. */
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
      client_ip !== undefined && limits.per_ip_hour,
      HOUR,
      keyOf("ip", clientNetwork(client_ip ?? "")),
      true
    ),
    ...(input.anonymous
      ? destinationBuckets(limits, "blind", destination, keyOf)
      : bucketsOfDelivery(limits, input, keyOf)),
  ]
}

/** The limits that one message takes from. */
export function bucketsOfDelivery(
  limits: Limits,
  { destination, text_message }: MessageLimits,
  keyOf: KeyOf
): Bucket[] {
  return [
    ...destinationBuckets(limits, "destination", destination, keyOf),
    ...bucket(text_message && limits.sms_per_day, DAY, keyOf("sms"), true),
  ]
}

/**
 * The keys of all limits that are about a person: those that sends take, and those that failures are charged to.
 * */
export function personalKeys(
  {
    subjects,
    destinations,
    purposes,
  }: {
    subjects: string[]
    destinations: string[]
    purposes: readonly string[]
  },
  keyOf: KeyOf
): { sends: string[]; failures: string[] } {
  const ofSubjects = (kind: "failures" | "resend") =>
    subjects.flatMap((subject) =>
      purposes.map((purpose) => keyOf(kind, subject, purpose))
    )
  const ofDestinations = destinations.flatMap((destination) =>
    COUNTED.flatMap((counted) => [
      keyOf(`${counted}/hour`, destination),
      keyOf(`${counted}/day`, destination),
    ])
  )
  return {
    sends: [...ofSubjects("resend"), ...ofDestinations],
    failures: ofSubjects("failures"),
  }
}

function destinationBuckets(
  { per_destination_hour, per_destination_day }: Limits,
  counted: (typeof COUNTED)[number],
  destination: string,
  keyOf: KeyOf
): Bucket[] {
  return [
    ...bucket(
      per_destination_hour,
      HOUR,
      keyOf(`${counted}/hour`, destination)
    ),
    ...bucket(per_destination_day, DAY, keyOf(`${counted}/day`, destination)),
  ]
}

function bucket(
  max: number | false,
  seconds: number,
  key: string,
  shared = false
): Bucket[] {
  return max === false ? [] : [{ key, max, seconds, shared }]
}
