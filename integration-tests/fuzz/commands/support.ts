import fc from "fast-check"
import {
  command,
  contactOf,
  contactPick,
  expectOutcome,
  person,
  pick,
  picked,
} from "../command"
import { adoptCounts } from "../counted"
import { readRecord } from "../records"

export const isFreed = command(
  "is freed of limits by an admin",
  fc.record({ account: pick }),
  async ({ account: nth }, model, world) => {
    const account = picked(model.accounts, nth)
    const answer = await world.call(
      "POST",
      `/admin/customers/${account.id}/limits/reset`,
      { token: await world.store.adminToken(), body: {} }
    )
    expectOutcome("reset limits", answer, [
      account.erased ? "customer_not_found" : 200,
      account.erased && "not_found",
    ])
    if (answer.status === 200) {
      await adoptCounts(world, model)
      for (const contact of Object.values(account.proven)) {
        expect(model.sent.get(contact)).toBe(0)
        expect(model.wrongLogins.get(contact)).toBe(0)
      }
    }
  },
  ({ accounts }) => accounts.length > 0
)

export const isEdited = command(
  "is edited by an admin",
  fc.record({ account: pick, person, to: contactPick }),
  async ({ account: nth, person, to: pick }, model, world) => {
    const account = picked(model.accounts, nth)
    const { contact } = pick
    const to = contactOf(model, person, pick)
    const answer = await world.call("POST", `/admin/customers/${account.id}`, {
      token: await world.store.adminToken(),
      body: { [contact]: to },
    })
    const outcome = answer.status < 400 ? 200 : "refused"
    expectOutcome("edit", { ...answer, body: {} }, [answer.status])
    if (outcome === 200 && account.proven[contact] !== to) {
      expect((await readRecord(world.store, account))[contact]).toBe(to)
      delete account.proven[contact]
      account.unsettled = true
    }
  },
  ({ accounts }) => accounts.some(({ erased }) => !erased)
)

export const editsProfile = command(
  "edits the profile",
  fc.record({
    session: pick,
    sly: fc.boolean(),
    to: contactPick,
    method: fc.constantFrom("POST", "PATCH"),
  }),
  async ({ session: nth, sly, to, method }, model, world) => {
    const { headers, holder, alive } = picked(model.sessions, nth)
    const slyly = {
      [to.contact]: contactOf(model, holder, to),
      email_verified: true,
    }
    const answer = await world.call(method, "/store/customers/me", {
      headers,
      body: { first_name: "Somebody", ...(sly && slyly) },
    })
    expectOutcome("edit the profile", answer, [
      ...(alive ? [] : ["session_revoked", "unauthorized"]),
      alive && (sly ? "contact_change_not_allowed" : 200),
      alive && sly && "invalid_body",
    ])
  },
  ({ sessions }) => sessions.length > 0
)
