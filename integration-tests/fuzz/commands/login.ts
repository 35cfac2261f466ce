import fc from "fast-check"
import { credentials } from "../../helpers/fixtures"
import { startSession } from "../../helpers/session"
import {
  command,
  contactOf,
  contactPick,
  expectOutcome,
  person,
  pick,
  picked,
} from "../command"
import type { Model } from "../model"
import { accepts, LIMITS } from "../modes"
import { readRecord } from "../records"
import { actorOf, bearer, keepLogin } from "../tokens"

const PROVIDERS = { email: "emailpass", phone: "phonepass" } as const

/** The passwords that a person has set, and may try. */
function passwordsOf({ accounts }: Model, person: number): string[] {
  return accounts.flatMap(({ password }) =>
    password?.startsWith(`person ${person} `) ? [password] : []
  )
}

export const logsIn = command(
  "logs in",
  fc.record({
    person,
    by: contactPick,
    password: fc.option(pick, { nil: undefined, freq: 4 }),
  }),
  async ({ person, by, password: nth }, model, world) => {
    const value = contactOf(model, person, by)
    const own = passwordsOf(model, person)
    const password =
      nth === undefined || !own.length ? "not the battery" : picked(own, nth)
    const provider = PROVIDERS[by.contact]
    const answer = await world.call("POST", `/auth/customer/${provider}`, {
      body: credentials(provider, value, password),
    })
    if (!accepts(model.mode, by.contact)) {
      expectOutcome("log in", answer, ["provider_not_allowed"])
      return
    }
    if (model.wrongLogins.get(value) >= LIMITS.logins_per_day) {
      expectOutcome("log in", answer, ["login_throttled"])
      return
    }
    if (answer.body.code === "credentials_invalid") {
      model.wrongLogins.add(value)
    }
    const owner = model.ownerOf(value)
    if (!owner) {
      expectOutcome("log in, unproven", answer, [
        200,
        "credentials_invalid",
        "verification_required",
      ])
      // At most the token of a registration that was not finished.
      expect(actorOf(answer.body.token)).toBeUndefined()
      return
    }
    const right = owner.password === password
    const { logins } = await readRecord(world.store, owner)
    expectOutcome("log in", answer, [
      right ? 200 : "credentials_invalid",
      right && !logins.length && "credentials_invalid",
    ])
    keepLogin(model, person, owner, answer)
  }
)

export const refreshes = command(
  "refreshes a login",
  fc.record({ session: pick }),
  async ({ session: nth }, model, world) => {
    const { headers, holder, account, alive } = picked(model.sessions, nth)
    const path = "/auth/token/refresh"
    const answer = await world.call("POST", path, { headers })
    expectOutcome("refresh", answer, [
      ...(alive ? [200, account.unsettled && "verification_required"] : []),
      ...(alive ? [] : ["session_revoked", "unauthorized"]),
    ])
    keepLogin(model, holder, account, answer)
  },
  ({ sessions }) => sessions.length > 0
)

/** Whoever has registered may make a login of the token once the contact is proven, and not before. */
export const refreshesRegistration = command(
  "refreshes a registration",
  fc.record({ registration: pick }),
  async ({ registration: nth }, model, world) => {
    const { token, holder, account } = picked(model.registrations, nth)
    const answer = await world.call("POST", "/auth/token/refresh", {
      headers: bearer(token),
    })
    expectOutcome("refresh a registration", answer, [
      200,
      "verification_required",
      "session_revoked",
      "unauthorized",
      "not_found",
      "credentials_invalid",
    ])
    if (actorOf(answer.body.token)) {
      expect(Object.keys(account.proven)).not.toEqual([])
    }
    keepLogin(model, holder, account, answer)
  },
  ({ registrations }) => registrations.length > 0
)

export const startsSession = command(
  "starts a session",
  fc.record({ session: pick }),
  async ({ session: nth }, model, world) => {
    const { headers, holder, account, alive } = picked(model.sessions, nth)
    const { authorization = "" } = headers
    const { answer, headers: cookie } = await startSession(
      { api: world.call.bind(world) } as Parameters<typeof startSession>[0],
      authorization.replace("Bearer ", "")
    )
    expectOutcome("start a session", answer, [
      alive && authorization ? 200 : "session_revoked",
      alive && account.unsettled && "verification_required",
      !authorization && "unauthorized",
    ])
    if (answer.status === 200) {
      model.sessions.push({ holder, account, headers: cookie, alive: true })
    }
  },
  ({ sessions }) => sessions.length > 0
)

export const logsOut = command(
  "logs out",
  fc.record({ session: pick }),
  async ({ session: nth }, model, world) => {
    const cookies = model.sessions.filter(({ headers }) => headers.cookie)
    const session = picked(cookies, nth)
    const { headers } = session
    const answer = await world.call("DELETE", "/auth/session", { headers })
    expectOutcome("log out", answer, [200, "unauthorized"])
    session.alive = false
  },
  ({ sessions }) => sessions.some(({ headers }) => headers.cookie)
)

export const signsOutEverywhere = command(
  "signs out everywhere",
  fc.record({ session: pick }),
  async ({ session: nth }, model, world) => {
    const { headers, holder, account, alive } = picked(model.sessions, nth)
    const answer = await world.call(
      "POST",
      "/store/customers/me/sessions/revoke",
      { headers }
    )
    expectOutcome("sign out", answer, [
      ...(alive ? [200] : ["session_revoked", "unauthorized"]),
    ])
    if (answer.status === 200) {
      model.endSessions(account)
      keepLogin(model, holder, account, answer)
    }
  },
  ({ sessions }) => sessions.length > 0
)
