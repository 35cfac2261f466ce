import { sleep } from "../../../scripts/lib/clock"
import { confirmLogin, logInByCode, loginCode } from "../../helpers/code-login"
import {
  credentials,
  freshEmail,
  freshPhone,
  lastCodeFor,
  Provider,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import {
  confirmRecovery,
  finishReset,
  recoveryCode,
  resetToken,
} from "../../helpers/new-password"
import { whileRepeating } from "../../helpers/repeated"
import { openedBy } from "../../helpers/opened-by"
import { send, verify } from "../../helpers/otp"
import { identitiesOf } from "../../helpers/rows"
import { Store } from "../../helpers/store"

/** Without a mend, about one round in four opened the account. */
const ROUNDS = 2
const THEIRS = "a password of somebody else"

type Proof = () => Promise<HttpResponse>

/** What the owner of a contact has in hand to prove it with. */
const PROOFS: {
  way: string
  providers: Provider[]
  prepare: (store: Store, provider: Provider, own: string) => Promise<Proof>
}[] = [
  {
    way: "a login by a code",
    providers: ["emailpass", "phonepass"],
    prepare: async (store, provider, own) => {
      const contact = provider === "emailpass" ? { email: own } : { phone: own }
      const typed = await loginCode(store, contact)
      return () => confirmLogin(store, typed)
    },
  },
  {
    way: "a recovery",
    providers: ["phonepass"],
    prepare: async (store, _provider, own) => {
      const typed = await recoveryCode(store, own)
      return () => confirmRecovery(store, typed)
    },
  },
  {
    way: "a reset by mail",
    providers: ["emailpass"],
    prepare: async (store, _provider, own) => {
      const token = await resetToken(store, own)
      return () => finishReset(store, token)
    },
  },
]

const RACES = PROOFS.flatMap(({ providers, ...proof }) =>
  providers.flatMap((provider) =>
    ["", "/register"].map((route) => ({ ...proof, provider, route }))
  )
)

/** Whoever registered first repeats a request with their password, again and again, while the owner proves the contact. */
export function racedProofs(
  store: Store,
  isRun: (race: (typeof RACES)[number]) => boolean = () => true
) {
  it.each(RACES.filter(isRun))(
    "Who repeats POST /auth/customer/$provider$route gets nothing of the account while its owner proves it by $way",
    async ({ provider, route, prepare }) => {
      for (let round = 0; round < ROUNDS; round++) {
        const own = provider === "emailpass" ? freshEmail() : freshPhone()
        await registerCustomer(store, {
          provider,
          email: freshEmail(),
          phone: freshPhone(),
          [provider === "emailpass" ? "email" : "phone"]: own,
          password: THEIRS,
        })
        const prove = await prepare(store, provider, own)
        const repeated = () =>
          store.api("POST", `/auth/customer/${provider}${route}`, {
            body: credentials(provider, own, THEIRS),
          })

        const { done, answers } = await whileRepeating(repeated, prove)

        expect(done.status).toBe(200)
        expect(await openedBy(store, answers)).toEqual([])
        const body = credentials(provider, own, THEIRS)
        const late = await store.api("POST", `/auth/customer/${provider}`, {
          body,
        })
        expect(late.status).toBe(401)
      }
    }
  )
}

/** Whoever has begun to register an e-mail repeats that while its owner registers with a code. */
export function racedRegistrations(store: Store) {
  it("Who repeats a registration that they have begun gets nothing of the account that the owner of the e-mail registers with a code", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const email = freshEmail()
      await registerIdentity(store, "emailpass", email, THEIRS)
      const typed = await loginCode(store, { email })
      const body = credentials("emailpass", email, THEIRS)
      const repeated = () =>
        store.api("POST", "/auth/customer/emailpass/register", { body })

      const { done, answers } = await whileRepeating(repeated, () =>
        confirmLogin(store, typed)
      )

      expect(done.status).toBe(200)
      expect(await openedBy(store, answers)).toEqual([])
      const late = await store.api("POST", "/auth/customer/emailpass", { body })
      expect(late.status).toBe(401)
    }
  })
}

/** Milliseconds by which the code of the verification comes after the other one. */
const DELAYS = [0, 40, 80, 120]

/** An honest customer types the code of the verification and another one at the same moment. */
export function simultaneousProofs(store: Store) {
  it.each([
    ["a login", loginCode, confirmLogin],
    [
      "a recovery",
      (store: Store, { email }: { email: string }) =>
        recoveryCode(store, email),
      confirmRecovery,
    ],
  ] as const)(
    "A verification and %s by the same e-mail at once leave its owner a login",
    async (_what, ask, confirm) => {
      for (const delay of DELAYS) {
        const { email, customer } = await registerCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })
        const sent = await send(store, customer.id, "email_verification")
        const code = await lastCodeFor(store, email)
        const typed = await ask(store, { email })

        const [verified, proven] = await Promise.all([
          sleep(delay).then(() => verify(store, sent.body.token, code)),
          confirm(store, typed),
        ])

        expect([verified.status, proven.status]).toEqual([200, 200])
        const owners = await identitiesOf(store, email)
        expect(owners).toMatchObject([{ customer_id: customer.id }])
        expect((await logInByCode(store, { email })).status).toBe(200)
      }
    }
  )
}
