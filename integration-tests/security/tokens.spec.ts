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
    })

    afterAll(() => {
      process.stderr.write(`${made.requests} requests with tokens so far\n`)
    })

    it.each(PLACES)(
      "%s refuses in the %s whatever is not for it, and writes nothing",
      async (_route, where, route) => {
        const place = route[where]!
        const tokens = refusedAt(route, where)
        const before = await fingerprints(store)
        const outcomes = await askWithAll(store, world, route, where, tokens)
        expect(outcomes).toEqual(expectedOf(place, tokens))
        if (!route.writes) {
          expect(await fingerprints(store)).toEqual(before)
        }
      }
    )

    it.each(
      PLACES.filter(([, where, route]) => route[where]?.takes && !route.ends)
    )("%s takes in the %s what is for it", async (_route, where, route) => {
      const place = route[where]!
      const tokens = legitimate(where).filter(({ name }) =>
        taken(route, where, name)
      )
      const outcomes = await askWithAll(store, world, route, where, tokens)
      expect(outcomes).toEqual(expectedOf(place, tokens))
      expect(Object.keys(outcomes)).toHaveLength(
        Object.keys(place.takes!).length
      )
    })

    usesOfTokens(store, () => world)

    const legitimate = (where: Where): Token[] =>
      [...world.tokens.values()].filter(
        ({ token }) => where === "header" || token
      )

    const taken = (route: Route, where: Where, name: string) =>
      name in (route[where]?.takes ?? {})

    /** All others, and forgeries of the first that is taken. */
    const refusedAt = (route: Route, where: Where): Token[] => {
      const tokens = legitimate(where)
      const forged = tokens.find(({ name }) => taken(route, where, name))
      return [
        ...tokens.filter(({ name }) => !taken(route, where, name)),
        ...(forged ? forgeriesOf(forged, keys) : []),
      ]
    }
  }
)
