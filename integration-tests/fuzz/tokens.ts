import { decodeJwt } from "../helpers/jwt"
import type { HttpResponse } from "../helpers/http"
import { subjectOfContact } from "./counted"
import type { Account, Contact, HeldCode, Model } from "./model"

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** The customer whom a token logs in; none if it logs nobody in. */
export function actorOf(token: unknown): string | undefined {
  return typeof token === "string"
    ? (decodeJwt(token).actor_id as string) || undefined
    : undefined
}

/** Puts an answer's token into somebody's hands, if it is a login. It must be the account's. */
export function keepLogin(
  model: Model,
  holder: number,
  account: Account,
  { body }: HttpResponse
): void {
  const actor = actorOf(body.token)
  if (actor) {
    expect(actor).toBe(account.id)
    const headers = bearer(body.token)
    model.sessions.push({ holder, account, headers, alive: true })
  }
}

/** Puts the token of a code into the hands of who asked for it. */
export function keepCode(
  model: Model,
  { body }: HttpResponse,
  code: Pick<HeldCode, "holder" | "contact" | "to" | "code">
): HeldCode {
  const token = body.token as string
  const { jti, purpose, own, customer_id, value } = decodeJwt(token)
  const account = model.accountOf(customer_id as string | undefined)
  const subject = account ? account.id : subjectOfContact(value as string)
  const held: HeldCode = {
    ...code,
    token,
    id: jti as string,
    purpose: purpose as string,
    subject: own ? `${subject}/own` : subject,
    account,
    state: "live",
    attempts: 0,
  }
  model.addCode(held)
  return held
}

export const otherOf = (contact: Contact): Contact =>
  contact === "email" ? "phone" : "email"
