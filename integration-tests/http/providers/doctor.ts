import { medusa } from "../../helpers/old-store"
import { Store } from "../../helpers/store"

const SCRIPT =
  "./node_modules/customer-registration/.medusa/server/src/scripts/doctor.js"

/** What the doctor prints, and how it ends. */
export async function askDoctor(
  databaseUrl: string,
  args: string[],
  env: Record<string, string>
): Promise<{ printed: string; status: number }> {
  return medusa(databaseUrl, ["exec", SCRIPT, ...args], env).then(
    (printed) => ({ printed, status: 0 }),
    (error: Error) => ({ printed: error.message, status: 1 })
  )
}

/** The database that a store runs on. */
export async function urlOf(store: Store): Promise<string> {
  const { rows } = await store.db.query<{ name: string }>(
    "select current_database() as name"
  )
  const url = new URL(process.env.TEST_POSTGRES_URL!)
  url.pathname = `/${rows[0].name}`
  return url.href
}
