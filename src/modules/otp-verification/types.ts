/**
 * Who asks for a code, if they have shown a token of the subject: the `owner` of the destination, or somebody who only
 * `named` it. Each has a share of the destination's limits of their own.
 */
export type OwnShare = "owner" | "named"

/** What limits how many messages go out. */
export type MessageLimits = {
  /** Where the message goes, in its normal form (E.164, lower-case e-mail). */
  destination: string
  /** Whether it goes out as a text message: `limits.sms_per_day` counts those. */
  text_message: boolean
  /** Nothing for a stranger, who may be anybody. */
  share?: OwnShare
}

/** A code to issue. Subject, purpose and destination are opaque to the module. */
export type IssueInput = MessageLimits & {
  /** Whose code it is: an id. */
  subject: string
  /** What it is for; it is valid for nothing else. */
  purpose: string
  /** Notification channel, for the record. */
  channel: string
  /** Seconds since the last code of this subject and purpose; 0 for no wait. */
  resend_seconds: number
  /** The client's address: `limits.per_ip_hour` counts it. */
  client_ip?: string
  /**
   * Whether whoever asks is unknown and gave only the destination: nothing may show whether a message goes out. Such a
   * send consumes limits of its own; `takeDelivery` consumes those on messages, once there is one.
   */
  anonymous?: boolean
}

/** An issued code as it may be stored and passed on: nothing in it is secret. */
export type Challenge = {
  /** Row id, and the `jti` of the token. */
  id: string
  purpose: string
  /** ISO 8601, by the database's clock. */
  expires_at: string
  /** Whether it was issued to the subject themself: its token has to say so, and its guesses are counted apart. */
  own?: true
  /** What `revoke` gives back. */
  limits: ConsumedLimits
}

/** The limits that a send consumed. */
export type ConsumedLimits = {
  /** In the order in which their rows were locked. */
  keys: string[]
  /** The database's time stamp of the hits, in full precision; null without a limit. */
  hit_at: string | null
}

/** What came of an issue: a code to deliver, or the seconds until every limit has a hit left. */
export type IssueOutcome =
  | { outcome: "issued"; challenge: Challenge; code: string }
  | { outcome: "throttled"; retry_after: number }

/** What came of counting one hit: what `giveBack` takes, or the seconds until the limit has one left. */
export type HitCount =
  | { outcome: "counted"; limits: ConsumedLimits }
  | { outcome: "throttled"; retry_after: number }

/** A guess at a code. */
export type AttemptInput = {
  id: string
  subject: string
  /** Whether it was issued to the subject themself. */
  own?: boolean
  purpose: string
  /** Where the code must have gone. */
  destination: string
  code: string
}

/** A code that was guessed right and is still to be consumed. Nothing in it is secret. */
export type RightCode = {
  id: string
  subject: string
  purpose: string
  /** The limit on wrong codes that the guess was charged to, if there is one. */
  limit_key: string | null
  hit_at: string | null
}

/** What came of a guess that consumes nothing. */
export type Guess =
  | { outcome: "right"; code: RightCode }
  | { outcome: Exclude<AttemptOutcome, "accepted"> }

/** What came of a guess; `expired` is also that of a code which a newer one replaced. */
export type AttemptOutcome =
  "accepted" | "invalid" | "expired" | "used" | "attempts_exceeded"
