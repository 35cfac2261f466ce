import { atOnce } from "../../helpers/at-once"
import { failAfter } from "../../helpers/fail-after"
import { freshPhone, messagesTo } from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { customerRow } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { undo } from "../../helpers/undo"
import { movedPhone } from "./moved-phone"
import { expectRevokedEverywhere } from "../sessions/logins"

export function interruptedUndos(store: Store) {
  const expectUndone = async ({
    owner,
    next,
    login,
  }: Awaited<ReturnType<typeof movedPhone>>) => {
    expect(await customerRow(store, owner.customer.id)).toMatchObject({
      phone: owner.phone,
      phone_verified: true,
    })
    await expectRevokedEverywhere(store, { token: login })
    for (const phone of [next, owner.phone]) {
      expect((await signInWith(store, "phonepass", phone)).status).toBe(401)
    }
    const typed = await recoveryCode(store, owner.phone)
    expect((await confirmRecovery(store, typed)).status).toBe(200)
    expect(
      (await signInWith(store, "phonepass", owner.phone, NEW_PASSWORD)).status
    ).toBe(200)
  }

  it("10 simultaneous undos on two servers make one, and one notice", async () => {
    for (let round = 0; round < 3; round++) {
      const moved = await movedPhone(store)
      const answers = await atOnce(10, (nth) =>
        undo(store, moved.token, nth % 2)
      )
      const codes = answers.map(({ status, body }) => body.code ?? status)
      expect(codes.sort()).toEqual([200, ...Array(9).fill("undo_used")])
      const notices = messagesTo(store, moved.next).filter(({ text }) =>
        text?.includes("undone")
      )
      expect(notices).toHaveLength(1)
      await expectUndone(moved)
    }
  })

  const WRITES: [string, string, string][] = [
    ["the sessions", "customer_session", "insert or update"],
    ["the password", "provider_identity", "update of provider_metadata"],
    ["the contact", "customer", "update of phone"],
    ["the flag", "customer", "update of phone_verified"],
    ["the login", "provider_identity", "update of entity_id"],
    ["the link", "contact_change_undo", "update"],
  ]

  it.each(WRITES)(
    "An undo that fails at %s goes on with the same link",
    async (_what, table, event) => {
      const moved = await movedPhone(store)
      await store.db.query(
        `create function refuse_write() returns trigger language plpgsql as
           $$ begin raise exception 'refused by the test'; end $$;
         create trigger refuse_write before ${event} on ${table} for each row execute function refuse_write()`
      )
      const failed = await undo(store, moved.token)
      await store.db.query(
        `drop trigger refuse_write on ${table}; drop function refuse_write`
      )
      expect(failed.status).toBe(500)
      expect(await undo(store, moved.token)).toMatchObject({ status: 200 })
      await expectUndone(moved)
    }
  )

  it("An undo whose contact is changed meanwhile says so, and goes on with the same link", async () => {
    const moved = await movedPhone(store)
    const { id } = moved.owner.customer
    const other = freshPhone()
    await store.db.query(
      `create function change_at_once() returns trigger language plpgsql as
         $$ begin update customer set phone = '${other}' where id = '${id}'; return new; end $$;
       create trigger change_at_once after update of entity_id on provider_identity for each row execute function change_at_once()`
    )
    const refused = await undo(store, moved.token)
    await store.db.query(
      "drop trigger change_at_once on provider_identity; drop function change_at_once"
    )
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "undo_running" },
    })
    expect(await undo(store, moved.token)).toMatchObject({ status: 200 })
    await expectUndone(moved)
  })

  it("The workflow undo-contact-change takes nothing back when a later step fails", async () => {
    const moved = await movedPhone(store)
    const { owner } = moved
    const { rows } = await store.db.query<{ id: string }>(
      "select id from contact_change_undo where customer_id = $1",
      [owner.customer.id]
    )
    await failAfter(store, "undo-contact-change", {
      id: rows[0].id,
      customer_id: owner.customer.id,
      contact: "phone",
      value: owner.phone,
      verified: true,
      logs_in: true,
    })
    expect(await undo(store, moved.token)).toMatchObject({
      status: 400,
      body: { code: "undo_used" },
    })
    await expectUndone(moved)
  })
}
