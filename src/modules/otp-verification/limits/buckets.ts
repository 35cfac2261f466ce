import type { PluginOptions } from "../../../options"
import type { IssueInput, MessageLimits } from "../types"
import { clientNetwork } from "./client-network"

const HOUR = 3600
const DAY = 86_400

/** A limit to consume one hit of. */
export type Bucket = {
  /** Keyed hash of what is limited. */
  key: string
  /** Hits allowed in the period. */
  max: number
  /** The period. */
  seconds: number
}

/**
 * The limits of one send. Personal ones log each hit, and so hold in any window; shared ones count in fixed windows,
 * because a busy store's log would grow without end.
 */
export type Buckets = { personal: Bucket[]; shared: Bucket[] }

/** What is counted for a destination: the messages that go there, and the anonymous sends that name it. */
export const COUNTED = ["destination", "anonymous"] as const

type Limits = PluginOptions["limits"]
export type KeyOf = (...parts: string[]) => string

/**
 * The limit on wrong codes of one subject and purpose; a new code does not reset it (NIST SP 800-63B-4, 3.1.3.2).
 *
 * @returns `undefined` where the store sets none
 */
export function failureBucket(
  { failures_per_day }: Limits,
  { subject, purpose }: { subject: string; purpose: string },
  keyOf: KeyOf
): Bucket | undefined {
  const key = keyOf("failures", subject, purpose)
  return limited([{ key, max: failures_per_day, seconds: DAY }])[0]
}

/** The limits that one send consumes; an anonymous one consumes none that anything but anonymous sends consume. */
export function bucketsOfSend(
  limits: Limits,
  input: IssueInput,
  keyOf: KeyOf
): Buckets {
  const { subject, purpose, destination, client_ip, resend_seconds } = input
  const { personal, shared } = input.anonymous
    ? {
        personal: destinationBuckets(limits, "anonymous", destination, keyOf),
        shared: [],
      }
    : bucketsOfDelivery(limits, input, keyOf)
  const resend = {
    key: keyOf("resend", subject, purpose),
    max: resend_seconds > 0 ? 1 : (false as const),
    seconds: resend_seconds,
  }
  return {
    personal: [...limited([resend]), ...personal],
    shared: [...ipBuckets(limits, client_ip, keyOf), ...shared],
  }
}

/** The limits that one message consumes. */
export function bucketsOfDelivery(
  limits: Limits,
  { destination, text_message }: MessageLimits,
  keyOf: KeyOf
): Buckets {
  const sms = { key: keyOf("sms"), max: limits.sms_per_day, seconds: DAY }
  return {
    personal: destinationBuckets(limits, "destination", destination, keyOf),
    shared: text_message ? limited([sms]) : [],
  }
}

function destinationBuckets(
  { per_destination_hour, per_destination_day }: Limits,
  counted: (typeof COUNTED)[number],
  destination: string,
  keyOf: KeyOf
): Bucket[] {
  const key = (period: string) => keyOf(`${counted}/${period}`, destination)
  return limited([
    { key: key("hour"), max: per_destination_hour, seconds: HOUR },
    { key: key("day"), max: per_destination_day, seconds: DAY },
  ])
}

function ipBuckets(
  { per_ip_hour }: Limits,
  ip: string | undefined,
  keyOf: KeyOf
): Bucket[] {
  return ip === undefined
    ? []
    : limited([
        {
          key: keyOf("ip", clientNetwork(ip)),
          max: per_ip_hour,
          seconds: HOUR,
        },
      ])
}

/** Without those that the store sets no limit to. */
function limited(
  buckets: (Omit<Bucket, "max"> & { max: number | false })[]
): Bucket[] {
  return buckets.flatMap(({ max, ...bucket }) =>
    max === false ? [] : [{ ...bucket, max }]
  )
}
