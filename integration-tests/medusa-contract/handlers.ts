import { decodeJwt } from "../helpers/jwt"
import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"
import { medusa } from "./medusas"

const FILE = "src/medusa/handlers.ts"

/** What Medusa's own route handlers do when they are called by us. */
export function handlers(store: Store) {
  assumption(
    "3b",
    "Medusa's refresh handler reads only scope and auth_context of the request and uses only json of the response",
    FILE,
    async () => {
      const { request, response, auth_context } = await probe(store, "refresh")

      expect(request).toEqual(["auth_context", "scope"])
      expect(response).toEqual(["json"])
      expect(auth_context).toEqual(
        medusa.newer.authProvider
          ? ["actor_id", "actor_type", "auth_identity_id", "auth_provider"]
          : ["actor_type", "auth_identity_id"]
      )
    }
  )

  assumption(
    "3c",
    "Medusa's refresh handler finds the customer of an identity by its app_metadata",
    FILE,
    async () => {
      const { answer } = await probe(store, "refresh")

      expect(Object.keys(answer)).toEqual(["token"])
      expect(decodeJwt(answer.token)).toMatchObject({
        actor_type: "customer",
        actor_id: "cus_probe",
      })
    }
  )

  assumption(
    "3e",
    "Of a login without a second factor generateJwtTokenForAuthIdentity makes what the refresh handler makes, with a key for the secret too",
    FILE,
    async () => {
      const { byHandler, byFunction } = await probe(store, "tokenMaker")
      const claimsOf = (token: string) => {
        const { iat: _iat, exp: _exp, ...claims } = decodeJwt(token)
        return claims
      }

      expect(claimsOf(byFunction)).toEqual(claimsOf(byHandler))
    }
  )

  assumption(
    "4b",
    "Medusa's refetchCustomer answers the asked fields of a customer, and nothing for an unknown id",
    FILE,
    async () => {
      expect(await probe(store, "refetchedCustomer")).toEqual({
        found: { first_name: "Ada" },
        missing: null,
      })
    }
  )

  assumption(
    "5b",
    "Medusa's retrieveTransformQueryConfig has the fields of one customer, with their addresses",
    FILE,
    async () => {
      const { defaults, allowed, isList } = await probe(store, "customerQuery")

      expect(defaults).toEqual([
        "id",
        "email",
        "company_name",
        "first_name",
        "last_name",
        "phone",
        "metadata",
        "has_account",
        "deleted_at",
        "created_at",
        "updated_at",
        "*addresses",
      ])
      expect(allowed).toEqual(expect.arrayContaining(["addresses", "orders"]))
      expect(isList).toBe(false)
    }
  )

  assumption(
    "6b",
    "Medusa's StoreGetCustomerParams takes the fields parameter as text",
    FILE,
    async () => {
      expect(await probe(store, "customerParams")).toEqual({
        fields: true,
        nothing: true,
        number: false,
      })
    }
  )

  assumption(
    "10",
    "Medusa's login handler refuses by throwing UNAUTHORIZED before it touches the response, and reads the body again when it is called again",
    FILE,
    async () => {
      const { refusal, usedByRefusal, answer } = await probe(
        store,
        "loginAgain"
      )

      expect(refusal).toEqual({ isMedusaError: true, type: "unauthorized" })
      expect(usedByRefusal).toEqual([])
      expect(answer).toEqual({ token: expect.any(String) })
    }
  )
}
