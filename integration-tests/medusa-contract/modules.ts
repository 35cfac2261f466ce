import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"

export function modules(store: Store) {
  assumption(
    "28a",
    "The context of a module's method holds an entity manager of MikroORM that runs SQL, in the transaction where there is one",
    "src/sql",
    async () => {
      const { alone, inTransaction } = await probe(store, "contexts")

      expect(alone).toMatchObject({ answer: 42, inTransaction: false })
      expect(inTransaction).toMatchObject({ answer: 42, inTransaction: true })
    }
  )

  assumption(
    "28b",
    "A timestamp in a row of a module's SQL is a Date",
    "src/sql",
    async () => {
      const { alone, inTransaction } = await probe(store, "contexts")

      expect(alone.timestampIsDate).toBe(true)
      expect(inTransaction.timestampIsDate).toBe(true)
    }
  )

  assumption(
    "28d",
    "The Knex that Medusa shares lends connections of its pool, and a transaction of it lends its own",
    "src/sql",
    async () => {
      expect(await probe(store, "pool")).toEqual({
        answer: [{ answer: 42 }],
        lentAtOnce: 2,
        sameInTransaction: true,
        freeAfterwards: true,
      })
    }
  )

  assumption(
    "28c",
    "The query builder of a module's entity manager knows a model by its name and takes a condition in SQL",
    "src/modules/account-deletion-request",
    async () => {
      const { alone } = await probe(store, "contexts")

      expect(alone.query).toMatch(/from "(public"\.")?probe_thing" as "t"/)
      expect(alone.query).toContain("t.name ilike '%n%'")
    }
  )

  assumption(
    "30",
    "Medusa generates exactly the 8 methods of a model that we know, and a module may override them",
    "src/modules",
    async () => {
      expect(await probe(store, "generatedMethods")).toEqual({
        names: [
          "createProbeThings",
          "deleteProbeThings",
          "listAndCountProbeThings",
          "listProbeThings",
          "restoreProbeThings",
          "retrieveProbeThing",
          "softDeleteProbeThings",
          "updateProbeThings",
        ],
        refused: true,
      })
    }
  )
}
