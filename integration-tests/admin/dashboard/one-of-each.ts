import { ADA, inDays } from "./fixtures"
import { insertRequest, RequestColumns } from "../../helpers/deletion-rows"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

/** A request in every state there is. */
export async function insertOneOfEach(store: Store): Promise<void> {
  await store.db.query("delete from customer")
  const insert = async (
    name: string,
    contact: { email?: string; phone?: string },
    columns: RequestColumns
  ) => {
    const [first_name, last_name] = name.split(" ")
    const customer = await insertCustomer(store, {
      first_name,
      last_name,
      ...contact,
    })
    await insertRequest(store, customer, columns)
  }
  await insert("Ada Lovelace", ADA, {
    status: "confirmed",
    reason: "I opened a second account by mistake and want to keep the other.",
    confirmed_at: inDays(-1),
    scheduled_at: inDays(29),
    next_attempt_at: inDays(29),
    created_at: inDays(-1),
  })
  await insert(
    "Grace Hopper",
    { email: "grace.hopper@example.com" },
    {
      status: "pending",
      created_at: new Date(Date.now() - 12 * 60_000),
    }
  )
  await insert(
    "Alan Turing",
    { phone: "+12133734254" },
    {
      status: "confirmed",
      reason: "No longer needed",
      confirmed_at: inDays(-31),
      scheduled_at: inDays(-1),
      started_at: inDays(-1),
      next_attempt_at: new Date(Date.now() + 3 * 3_600_000),
      attempts: 3,
      last_error: "anonymize-orders",
      created_at: inDays(-31),
    }
  )
  await insert(
    "Katherine Johnson",
    { email: "katherine@example.com" },
    {
      status: "confirmed",
      confirmed_at: inDays(-30),
      scheduled_at: new Date(Date.now() - 20_000),
      started_at: new Date(Date.now() - 10_000),
      attempts: 1,
      created_at: inDays(-30),
    }
  )
  await insert(
    "Edsger Dijkstra",
    { email: "edsger@example.com" },
    {
      status: "cancelled",
      reason: "Privacy",
      confirmed_at: inDays(-6),
      scheduled_at: inDays(24),
      cancelled_at: inDays(-2),
      created_at: inDays(-6),
    }
  )
  await insertRequest(store, "cus_01JERASED0000000000000000", {
    status: "completed",
    reason: "Moving to another country",
    confirmed_at: inDays(-40),
    scheduled_at: inDays(-10),
    started_at: inDays(-10),
    completed_at: inDays(-10),
    attempts: 1,
    created_at: inDays(-40),
  })
}
