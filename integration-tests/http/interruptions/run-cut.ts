import { decodeJwt } from "../../helpers/fixtures"
import { waitFor } from "../../helpers/wait-for"
import { Cut } from "../../helpers/cutting-proxy"
import { Flow, Stranger } from "./flow"
import { login, must, okOrRefused } from "./person"
import { Shop } from "./use-shop"

const PATIENCE_MS = 60_000

/** How a flow is interrupted: the connections drop, or the server is killed with them. */
export type Interruption = "drop" | "kill"

/** Runs of a flow that are begun anew because a job of the server wrote something meanwhile. */
const TRIES = 4

/** Runs a flow to its end, until two runs make the same writes → those. */
export async function runUncut(shop: Shop, flow: Flow): Promise<string[]> {
  let last: string[] = []
  for (let nth = 1; nth <= TRIES; nth += 1) {
    const person = await flow.prepare(shop)
    shop.proxy.watch()
    await flow.run(shop, person)
    const { writes } = await shop.proxy.unwatch()
    await strangersOpenNothing(shop, flow.strangers?.(person))
    await flow.check(shop, person)
    if (writes.join() === last.join()) {
      return writes
    }
    last = writes
  }
  throw new Error(`The writes differ from run to run, lastly: ${last.join()}`)
}

/**
 * Interrupts a flow of somebody new at a write, lets them go on as a person would, and looks at what came of it.
 *
 * @param cut with the write that is expected there
 * @returns what was wrong, in words
 */
export async function runCut(
  shop: Shop,
  flow: Flow,
  cut: Cut & { write: string },
  interruption: Interruption
): Promise<string[]> {
  for (let nth = 1; ; nth += 1) {
    const { cutAt, wrong } = await cutOnce(shop, flow, cut, interruption)
    if (cutAt === cut.write) {
      return wrong
    }
    if (nth === TRIES) {
      return [`it was cut at ${cutAt} instead`, ...wrong]
    }
  }
}

async function cutOnce(
  shop: Shop,
  flow: Flow,
  cut: Cut,
  interruption: Interruption
): Promise<{ cutAt?: string; wrong: string[] }> {
  const { store, proxy } = shop
  const person = await flow.prepare(shop)
  const isKill = interruption === "kill"
  const meanwhile = isKill ? () => store.servers.crash(0) : undefined
  proxy.watch({ ...cut, meanwhile })
  const failure = await failureOf(() => flow.run(shop, person))
  const { cutAt } = await proxy.unwatch()
  await backAgain(shop, isKill && cutAt !== undefined)

  const strangers = () => strangersOpenNothing(shop, flow.strangers?.(person))
  const wrong = [
    cutAt || !failure ? undefined : `failed without a cut: ${failure}`,
    await failureOf(strangers, "before the retry: "),
    failure && (await failureOf(() => flow.retry(shop, person), "retry: ")),
    await failureOf(strangers, "in the end: "),
    await failureOf(() => flow.check(shop, person), "in the end: "),
  ]
  return { cutAt, wrong: wrong.filter((text) => text !== undefined) }
}

async function failureOf(
  work: () => Promise<void>,
  when = ""
): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return `${when}${error instanceof Error ? error.message : String(error)}`
  }
}

/** Waits until the server reads from its database again; a reservation of an interrupted request has lapsed by then. */
async function backAgain({ store }: Shop, isDead: boolean): Promise<void> {
  if (isDead) {
    await store.servers.restart(0)
  }
  await waitFor(
    "the server to be back",
    async () => {
      const { status } = await store.api("GET", "/store/regions?limit=1")
      return status === 200 ? true : undefined
    },
    PATIENCE_MS
  )
  await store.db.query("update contact_reservation set expires_at = now()")
}

/** Neither the token nor the password of a stranger opens an account. */
async function strangersOpenNothing(
  shop: Shop,
  strangers: Stranger[] = []
): Promise<void> {
  for (const { provider, contact, password, registrationToken } of strangers) {
    const refreshed = okOrRefused(
      await shop.store.api("POST", "/auth/token/refresh", {
        token: registrationToken,
      }),
      "the refresh of a stranger's token"
    )
    const token = refreshed?.token
    must(
      !token || !decodeJwt(token).actor_id,
      "a stranger's registration token refreshes to a login"
    )
    for (const one of [registrationToken, token].filter(Boolean)) {
      const me = await shop.store.api("GET", "/store/customers/me", {
        token: one,
      })
      must(me.status === 401, `a stranger's GET me: ${me.status}`)
    }
    must(
      !(await login(shop, provider, contact, password)),
      "a stranger's password logs in"
    )
  }
}
