import {
  askToLeave,
  askToStay,
  confirmLeaving,
  confirmStaying,
} from "../../helpers/account-deletion"
import {
  DeletionRow,
  insertConfirmedRequest,
  makeDue,
  requestsOf,
} from "../../helpers/deletion-rows"
import { tablesWith } from "../../helpers/dump"
import { credentials, PASSWORD } from "../../helpers/fixtures"
import { buy } from "../../helpers/purchase"
import { signUp } from "../../helpers/sign-up"
import { waitFor } from "../../helpers/wait-for"
import { Flow, flow } from "./flow"
import {
  Member,
  must,
  mustLogIn,
  mustNotLogIn,
  newCode,
  ok,
  okOrRefused,
  provenAccount,
  TypedCode,
} from "./person"
import { Shop } from "./use-shop"

type Leaver = Member & { typed?: TypedCode }

const PATIENCE_MS = 30_000

const deletionCode = (shop: Shop, { email, token }: Leaver) =>
  newCode(shop, email, () => askToLeave(shop.store, token))

const stayingCode = (shop: Shop, { email }: Leaver) =>
  newCode(shop, email, () => askToStay(shop.store, { email }))

/** The only request of somebody, in this status. */
async function mustBe(
  { store }: Shop,
  { id }: Leaver,
  status: DeletionRow["status"]
): Promise<DeletionRow> {
  const requests = await requestsOf(store, id)
  must(requests.length === 1, `there are ${requests.length} requests`)
  must(
    requests[0].status === status,
    `the request is ${requests[0].status}, not ${status}`
  )
  return requests[0]
}

const logsIn = (shop: Shop, { id, email }: Leaver) =>
  mustLogIn(shop, id, "emailpass", email, PASSWORD)

const request = flow<Leaver>({
  name: "deletion, request",
  prepare: (shop) => provenAccount(shop, "emailpass"),
  run: async (shop, person) => {
    person.typed = await deletionCode(shop, person)
  },
  retry: async (shop, person) => {
    person.typed = await deletionCode(shop, person)
  },
  check: async (shop, person) => {
    await mustBe(shop, person, "pending")
    const { token, code } = person.typed!
    ok(await confirmLeaving(shop.store, token, code), "confirm")
    await mustBe(shop, person, "confirmed")
    await logsIn(shop, person)
  },
})

const confirm = flow<Leaver & { typed: TypedCode }>({
  name: "deletion, confirm",
  prepare: async (shop) => {
    const member = await provenAccount(shop, "emailpass")
    return { ...member, typed: await deletionCode(shop, member) }
  },
  run: async ({ store }, { typed: { token, code } }) => {
    ok(await confirmLeaving(store, token, code), "confirm")
  },
  retry: async (shop, person) => {
    const { token, code } = person.typed
    const again = await confirmLeaving(shop.store, token, code)
    if (okOrRefused(again, "confirm again")) {
      return
    }
    const asked = await askToLeave(shop.store, person.token)
    if (asked.body.code !== "account_deletion_scheduled") {
      const typed = await deletionCode(shop, person)
      ok(
        await confirmLeaving(shop.store, typed.token, typed.code),
        "confirm with a new code"
      )
    }
  },
  check: async (shop, person) => {
    const { scheduled_at } = await mustBe(shop, person, "confirmed")
    must(scheduled_at !== null, "the request has no date")
    await logsIn(shop, person)
  },
})

const cancel = flow<Leaver>({
  name: "deletion, cancel",
  prepare: async (shop) => {
    const member = await provenAccount(shop, "emailpass")
    await insertConfirmedRequest(shop.store, member.id)
    return member
  },
  run: cancelByCode,
  retry: async (shop, person) => {
    const { typed } = person
    const again =
      typed &&
      okOrRefused(
        await confirmStaying(shop.store, typed.token, typed.code),
        "cancel-confirm again"
      )
    const [{ status }] = await requestsOf(shop.store, person.id)
    // Nobody is sent a code once there is nothing to cancel.
    if (!again && status !== "cancelled") {
      await cancelByCode(shop, person)
    }
  },
  check: async (shop, person) => {
    await mustBe(shop, person, "cancelled")
    await logsIn(shop, person)
  },
})

async function cancelByCode(shop: Shop, person: Leaver): Promise<void> {
  person.typed = await stayingCode(shop, person)
  const { token, code } = person.typed
  ok(await confirmStaying(shop.store, token, code), "cancel-confirm")
}

const execution = flow<Leaver & { requestId: string }>({
  name: "deletion, execution",
  prepare: async (shop) => {
    const member = await provenAccount(shop, "emailpass")
    const { id, email } = member
    await buy(shop.store, {
      customer_id: id,
      email,
      address: { address_1: "Deletion Street 1" },
    })
    return {
      ...member,
      requestId: await insertConfirmedRequest(shop.store, id),
    }
  },
  run: execute,
  retry: async (shop, person) => {
    // The lease of a worker that is gone ends after ten minutes, the wait after a failure after one.
    await shop.store.db.query(
      "update account_deletion_request set locked_until = now() where id = $1 and status = 'confirmed'",
      [person.requestId]
    )
    await execute(shop, person)
  },
  check: async (shop, person) => {
    const { store } = shop
    await mustBe(shop, person, "completed")
    const left = await tablesWith(store, [person.email, person.phone])
    must(
      left.every((table) => table === "order"),
      `the contact is left in ${left.join(", ")}`
    )
    await mustNotLogIn(
      shop,
      "the erased account",
      "emailpass",
      person.email,
      PASSWORD
    )
    const registered = await store.api(
      "POST",
      "/auth/customer/emailpass/register",
      { body: credentials("emailpass", person.email) }
    )
    const { token } = ok(registered, "a new registration")
    const { email, phone } = person
    ok(await signUp(store, token, { email, phone }), "a new account")
  },
})

/** Lets the job do what is due, or the one of every minute, if it came first. */
async function execute(
  { store, proxy }: Shop,
  { id, requestId }: Leaver & { requestId: string }
): Promise<void> {
  const [{ status }] = await requestsOf(store, id)
  if (status === "confirmed") {
    await makeDue(store, requestId)
  }
  ok(await store.api("POST", "/store/run/execute-due-deletions"), "the job")
  await waitFor(
    "the execution",
    async () => {
      const [{ status }] = await requestsOf(store, id)
      must(
        status === "completed" || !proxy.hasCut,
        "the execution was interrupted"
      )
      return status === "completed" ? true : undefined
    },
    PATIENCE_MS
  )
}

export const deletions: Flow[] = [request, confirm, cancel, execution]
