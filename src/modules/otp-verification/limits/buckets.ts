import ipaddr from "ipaddr.js"
import { TEST_GUESSES_PER_DAY, type PluginOptions } from "../../../options"
import type { LimitColumns, SendColumns } from "./statements"
import type { IssueInput, MessageLimits } from "../types"

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
 * Limits as the statements take them.
 *
 * @example execute(context, CONSUME_PERSONAL, columnsOf(personal))
 */
export function columnsOf(buckets: Bucket[]): LimitColumns {
  return {
    keys: buckets.map(({ key }) => key),
    maxima: buckets.map(({ max }) => max),
    seconds: buckets.map(({ seconds }) => seconds),
  }
}

/**
 * The limits of one send. Personal ones log each hit, and so hold in any window; shared ones count in fixed windows,
 * because a busy store's log would grow without end.
 */
export type Buckets = { personal: Bucket[]; shared: Bucket[] }

/**
 * The limits of a send as its statement takes them.
 *
 * @param failures the limit on wrong codes, or none
 */
export function columnsOfSend(
  { personal, shared }: Buckets,
  failures: Bucket[]
): SendColumns {
  const ofShared = columnsOf(shared)
  const ofAll = columnsOf([...failures, ...personal, ...shared])
  return {
    ...columnsOf(personal),
    shared_keys: ofShared.keys,
    shared_maxima: ofShared.maxima,
    shared_seconds: ofShared.seconds,
    all_keys: ofAll.keys,
    all_maxima: ofAll.maxima,
    all_seconds: ofAll.seconds,
  }
}

/**
 * What is counted for a destination, each apart: the messages that anybody can send there, those of its owner, those of
 * customers who only named it, and the anonymous sends of strangers and of the owner.
 */
export const COUNTED = [
  "destination",
  "destination/owner",
  "destination/named",
  "anonymous",
  "anonymous/owner",
] as const

type Limits = PluginOptions["limits"]
/** Makes the keyed hash under which a limit is kept. */
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
  const { destination, client_ip, resend_seconds } = input
  const { personal, shared } = input.anonymous
    ? {
        personal: destinationBuckets(
          limits,
          input.share ? "anonymous/owner" : "anonymous",
          destination,
          keyOf
        ),
        shared: [],
      }
    : bucketsOfDelivery(limits, input, keyOf)
  const resend = {
    key: resendKey(input, keyOf),
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
  { destination, text_message, share }: MessageLimits,
  keyOf: KeyOf
): Buckets {
  const sms = { key: textKey(keyOf), max: limits.sms_per_day, seconds: DAY }
  return {
    personal: destinationBuckets(
      limits,
      share ? `destination/${share}` : "destination",
      destination,
      keyOf
    ),
    shared: text_message ? limited([sms]) : [],
  }
}

/**
 * The key of the wait between two codes of one subject and purpose. Text messages wait apart from others: a change of phone
 * does not hold up a change of e-mail.
 */
export function resendKey(
  code: Pick<IssueInput, "subject" | "purpose" | "text_message">,
  keyOf: KeyOf
): string {
  const { subject, purpose, text_message } = code
  return keyOf("resend", subject, purpose, text_message ? "text" : "other")
}

/** The key of the limit on the store's text messages. */
export function textKey(keyOf: KeyOf): string {
  return keyOf("sms")
}

/** The key of the limit on wrong passwords for a contact. */
export function loginKey(contact: string, keyOf: KeyOf): string {
  return keyOf("logins", contact)
}

/**
 * The limit on wrong passwords for one contact, whether or not it is anybody's.
 *
 * @returns `undefined` where the store sets none
 */
export function loginBucket(
  { logins_per_day }: Limits,
  contact: string,
  keyOf: KeyOf
): Bucket | undefined {
  const key = loginKey(contact, keyOf)
  return limited([{ key, max: logins_per_day, seconds: DAY }])[0]
}

/** The key of the limit on wrong codes of a test contact. */
export function testKey(contact: string, keyOf: KeyOf): string {
  return keyOf("test-guesses", contact)
}

/** The limit on wrong codes of a test contact, which no option turns off. */
export function testBucket(contact: string, keyOf: KeyOf): Bucket {
  const key = testKey(contact, keyOf)
  return { key, max: TEST_GUESSES_PER_DAY, seconds: DAY }
}

/** The limits on what goes to one destination, of one of the counts. */
export function destinationBuckets(
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

/** Groups of an IPv6 address that name a customer's network: a /64. */
const NETWORK_GROUPS = 4

/**
 * What the per-IP limit counts: an IPv4 address, or the /64 that an IPv6 customer has to themselves.
 *
 * @example clientNetwork("2001:db8:1:2:3::4") // "2001:db8:1:2"
 */
export function clientNetwork(ip: string): string {
  if (!ipaddr.isValid(ip)) {
    return ip
  }
  // IPv4 that is written as IPv6 becomes IPv4.
  const address = ipaddr.process(ip)
  return address instanceof ipaddr.IPv6
    ? address.parts
        .slice(0, NETWORK_GROUPS)
        .map((group) => group.toString(16))
        .join(":")
    : address.toString()
}
