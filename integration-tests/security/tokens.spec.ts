import { useStore } from "../helpers/use-store"
import { routesOfMedusa, routesOfPlugin } from "./tokens/built-routes"
import { fingerprints } from "./tokens/fingerprints"
import { forgeriesOf } from "./tokens/forgeries"
import { rsaKeys, SHARED_SECRET, StoreKeys } from "./tokens/keys"
import { askWithAll, expectedOf, made } from "./tokens/matrix"
import { MEDUSA_ROUTES } from "./tokens/medusa-routes"
import { PLUGIN_ROUTES } from "./tokens/plugin-routes"
import { Route, Where } from "./tokens/route"
import { usesOfTokens } from "./tokens/uses"
import { makeWorld, Token, World } from "./tokens/world"

const NO_WAIT = { resendThrottleSeconds: 0 }
const OPTIONS = {
  registration: { identifier: "both" },
  login: { methods: ["password", "code"] },
  email_verification: NO_WAIT,
  phone_verification: NO_WAIT,
  limits: {
    per_destination_hour: false,
    per_destination_day: false,
    sms_per_day: false,
    failures_per_day: false,
    logins_per_day: false,
  },
}

const ROUTES = [...PLUGIN_ROUTES, ...MEDUSA_ROUTES]
const PLACES = placesOf(ROUTES)

function placesOf(routes: Route[]): [string, Where, Route][] {
  return routes.flatMap((route) =>
    (["header", "body", "query"] as const)
      .filter((where) => route[where])
      .map((where): [string, Where, Route] => [route.route, where, route])
  )
}

describe("The matrix of tokens", () => {
  const listed = ROUTES.map(({ route }) => route)

  it("has every route of the built plugin", () => {
    expect(routesOfPlugin().length).toBeGreaterThan(20)
    expect(PLUGIN_ROUTES.map(({ route }) => route).sort()).toEqual(
      routesOfPlugin()
    )
  })

  it("has every route of Medusa for logins and for the customer", () => {
    expect(routesOfMedusa().length).toBeGreaterThan(20)
    expect(listed).toEqual(expect.arrayContaining(routesOfMedusa()))
  })
})

const STORES: [string, StoreKeys][] = [
  ["a shared secret", SHARED_SECRET],
  ["a private key", rsaKeys()],
]

describe.each(STORES)(
  "Every token at every route of a store that signs with %s",
  (_what, keys) => {
    const store = useStore({
      options: OPTIONS,
      http: keys.http,
      logLevel: "error",
    })
    let world: World

    beforeAll(async () => {
      world = await makeWorld(store)
      // The cleanup job deletes what is over: it must have nothing to do while tables are compared.
      await store.db.query(
        "delete from contact_reservation where expires_at < now()"
      )
    })

    afterAll(() => {
      process.stderr.write(`${made.requests} requests with tokens so far\n`)
    })

    it.each(placesOf(ROUTES.filter(({ writes }) => !writes)))(
      "%s refuses in the %s whatever is not for it, and writes nothing",
      async (_route, where, route) => {
        const tokens = refusedAt(route, where)
        const before = await fingerprints(store)
        await expectOutcomes(route, where, tokens)
        expect(await fingerprints(store)).toEqual(before)
      }
    )

    it.each(placesOf(ROUTES.filter(({ writes }) => writes)))(
      "%s answers whoever asks, and counts no token in the %s but the customer's own as theirs",
      (_route, where, route) =>
        expectOutcomes(route, where, refusedAt(route, where))
    )

    it.each(
      PLACES.filter(([, where, route]) => route[where]?.takes && !route.ends)
    )("%s takes in the %s what is for it", async (_route, where, route) => {
      const tokens = takenAt(route, where)
      const { takes } = route[where]!
      expect(tokens).toHaveLength(Object.keys(takes!).length)
      await expectOutcomes(route, where, tokens)
    })

    usesOfTokens(store, () => world)

    const expectOutcomes = async (
      route: Route,
      where: Where,
      tokens: Token[]
    ) => {
      const outcomes = await askWithAll(store, world, route, where, tokens)
      expect(outcomes).toEqual(expectedOf(route[where]!, tokens))
    }

    /** A session is a cookie: it has no token to put elsewhere. */
    const sendable = (where: Where): Token[] =>
      [...world.tokens.values()].filter(
        ({ token }) => where === "header" || token
      )

    const takenAt = (route: Route, where: Where): Token[] =>
      sendable(where).filter(({ name }) => name in (route[where]?.takes ?? {}))

    /** All others, and forgeries of the first that is taken. */
    const refusedAt = (route: Route, where: Where): Token[] => {
      const taken = takenAt(route, where)
      return [
        ...sendable(where).filter((token) => !taken.includes(token)),
        ...taken.slice(0, 1).flatMap((token) => forgeriesOf(token, keys)),
      ]
    }
  }
)
