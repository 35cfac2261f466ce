import { expectEqualWork } from "../../helpers/equal-work"
import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
} from "../../helpers/fixtures"
import { letPass, send } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { gateOf, LOGINS } from "./gate"

const TIMED_LOGINS = 30
const SLOW_TEST_MS = 180_000

export function gatedLogins(store: Store) {
  describe.each(LOGINS)("The login gate of $provider", (login) => {
    const { provider, contact, encoded, refusal } = login
    const { path, newAccount, newVerifiedAccount, bodyOf, expectGated } =
      gateOf(store, login)

    it("answers a wrong password alike for an unknown, an unverified and a verified contact", async () => {
      const unverified = await newAccount()
      const verified = await newVerifiedAccount()
      const nobody = contact === "email" ? freshEmail() : freshPhone()

      const answers = await expectNothingWritten(store, async () => {
        const bodies = [
          credentials(provider, nobody, "another password"),
          bodyOf(unverified, "another password"),
          bodyOf(verified, "another password"),
        ]
        return [
          ...(await Promise.all(
            bodies.map((body) => store.api("POST", path, { body }))
          )),
          ...(await Promise.all(
            bodies.map((body) => store.api("GET", path, { body }))
          )),
        ]
      })

      for (const { status, body, headers } of answers) {
        expect(status).toBe(401)
        expect(body).toEqual({
          type: "unauthorized",
          code: "credentials_invalid",
          message: refusal,
        })
        expect(Object.keys(headers)).toEqual(Object.keys(answers[0].headers))
      }
    })

    if (provider === "phonepass") {
      it(
        "does the same work for an unknown phone and for a wrong password",
        async () => {
          const unverified = await newAccount()
          const verified = await newVerifiedAccount()
          const phones = {
            unknown: freshPhone(),
            unverified: unverified.phone,
            verified: verified.phone,
          }

          await expectEqualWork(
            store,
            ["unknown", "unverified", "verified"],
            TIMED_LOGINS,
            (who) =>
              store.api("POST", path, {
                body: credentials(provider, phones[who], "another password"),
              }),
            {
              status: 401,
              body: {
                type: "unauthorized",
                code: "credentials_invalid",
                message: refusal,
              },
            }
          )
        },
        SLOW_TEST_MS
      )
    }

    it.each([
      ["POST", path],
      ["GET", path],
      ["POST", `/auth/customer/${encoded}`],
      ["GET", `/auth/customer/${encoded}`],
      ["POST", `/auth/%63ustomer/${provider}`],
      ["POST", `/AUTH/customer/${provider}`],
      ["POST", `${path}/`],
      ["POST", `${path}?actor_type=user`],
    ])(
      "refuses an unverified customer at %s %s with 403 verification_required",
      async (method, at) => {
        const account = await newAccount()

        expectGated(
          await expectNothingWritten(store, () =>
            store.api(method, at, { body: bodyOf(account) })
          ),
          account
        )
      }
    )

    it.each([
      ["POST", `${path}/callback`],
      ["GET", `${path}/callback`],
      ["POST", `/auth/customer/${provider.toUpperCase()}`],
      ["POST", `/auth/CUSTOMER/${provider}`],
      ["POST", `/auth/user/${provider}`],
      ["POST", `/auth//customer/${provider}`],
      ["POST", `/%61uth/customer/${provider}`],
      ["PUT", path],
      ["PATCH", path],
    ])(
      "gives no customer's login to an unverified customer at %s %s",
      async (method, at) => {
        const account = await newAccount()

        const { status, body } = await expectNothingWritten(store, () =>
          store.api(method, at, { body: bodyOf(account) })
        )

        // To Medusa another actor type is somebody else, who has no actor yet.
        const { token } = Object(body) as { token?: string }
        if (token === undefined) {
          expect([400, 401, 404]).toContain(status)
        } else {
          const claims = decodeJwt(token)
          expect(claims.actor_id).toBe("")
          expect(claims.actor_type).not.toBe("customer")
        }
      }
    )

    it.each(["POST", "GET"])(
      "tells an unverified customer with the right password by %s whom to send which code",
      async (method) => {
        const account = await newAccount()

        const gated = await store.api(method, path, { body: bodyOf(account) })
        expectGated(gated, account)
        expectGated(
          await store.api(method, `/auth/customer/${encoded}`, {
            body: bodyOf(account),
          }),
          account
        )

        const { customer_id, verification_type } = gated.body
        await letPass(store, 120)
        const sent = await send(store, customer_id, verification_type)
        expect(sent.status).toBe(200)
      }
    )
  })
}
