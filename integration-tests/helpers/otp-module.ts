import type {
  AttemptInput,
  IssueInput,
} from "../../src/modules/otp-verification"
import type { OtpVerificationModuleService } from "../../src/modules/otp-verification"
import { freshEmail } from "./contacts"
import { ModuleSuite, moduleSuite, Sql, SuiteTests } from "./module-suite"

export type Otp = OtpVerificationModuleService

/** The module of codes and limits, by itself. */
export function otpModule(
  suite: Pick<ModuleSuite, "options" | "isolation">,
  tests: SuiteTests<Otp>
): void {
  moduleSuite<Otp>(
    { folder: "otp-verification", key: "otpVerification", ...suite },
    tests
  )
}

let subjects = 0

/** A code to issue: for somebody new unless told otherwise, and with no wait. */
export function toIssue(input: Partial<IssueInput> = {}): IssueInput {
  return {
    subject: `cus_${++subjects}`,
    purpose: "email_verification",
    destination: freshEmail(),
    channel: "email",
    text_message: false,
    resend_seconds: 0,
    ...input,
  }
}

/** Issues a code that no limit stands against → the right guess at it. */
export async function issued(
  service: Otp,
  input: IssueInput = toIssue()
): Promise<AttemptInput> {
  const answer = await service.issue(input)
  if (answer.outcome !== "issued") {
    throw new Error(`Throttled for ${answer.retry_after} s`)
  }
  const { subject, purpose, destination } = input
  const { challenge, code } = answer
  return { id: challenge.id, subject, purpose, destination, code }
}

/** The guess with another code in it. */
export function wrong(guess: AttemptInput): AttemptInput {
  const first = guess.code.startsWith("2") ? "3" : "2"
  return { ...guess, code: first + guess.code.slice(1) }
}

/** Lets time pass for every limit: their hits and windows move into the past. */
export async function passTime(sql: Sql, seconds: number): Promise<void> {
  await sql(
    `update otp_limit set
       hits = array(select hit - ? * interval '1 second' from unnest(hits) as hit),
       expires_at = expires_at - ? * interval '1 second'`,
    [seconds, seconds]
  )
}
