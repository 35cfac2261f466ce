import bcrypt from "bcrypt"
import {
  Account,
  credentials,
  freshEmail,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import {
  changePassword,
  confirmRecovery,
  finishReset,
  recoveryCode,
  resetToken,
} from "../helpers/new-password"
import { identitiesOf } from "../helpers/rows"
import { signIn } from "../helpers/sign-in"
import { useStore } from "../helpers/use-store"
import { openedBy } from "../helpers/opened-by"
import { whileRepeating } from "../helpers/repeated"
import { waitFor } from "../helpers/wait-for"

const ROUNDS = 4
/** Of those that hit in the first round. */
const FEW = 2
const NO_WAIT = { resendThrottleSeconds: 0 }
const CHANGED = "the changed password"
/** Another password was set since the check, or the session had ended already. */
const LOST = ["password_wrong", "session_revoked"]
const RECOVERED = "the recovered password"

describe("A password change at the same moment as", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      limits: { per_destination_hour: false, per_destination_day: false },
    },
  })

  const byBoth = async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await verifyContact(store, account, "email_verification")
    expect((await signIn(store, "emailpass", account)).status).toBe(200)
    return account
  }

  const change = (token: string, new_password = CHANGED, server = 0) =>
    changePassword(store, token, new_password, server)

  it("another password that is set after its check is refused, and leaves that password", async () => {
    const account = await byBoth()
    const client = await store.db.connect()
    try {
      await client.query("begin")
      await client.query(
        `update provider_identity set provider_metadata =
           jsonb_build_object('password', $1::text) where entity_id = $2`,
        [await bcrypt.hash(RECOVERED, 10), account.phone]
      )
      const changing = change(account.token)
      await waitFor("the change at the lock", async () => {
        const { rows } = await store.db.query(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`
        )
        return rows.length ? true : undefined
      })
      await client.query("commit")

      expect(await changing).toMatchObject({
        status: 400,
        body: { code: "password_wrong" },
      })
    } finally {
      client.release()
    }
    const signed = await signIn(store, "phonepass", account, RECOVERED)
    expect(signed.status).toBe(200)
    // Both logins or none: the other one is as it was.
    expect((await signIn(store, "emailpass", account)).status).toBe(200)
    expect(await identitiesOf(store, account.email)).toHaveLength(1)
  })

  it("a recovery on another server never undoes it", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const account = await byBoth()
      const typed = await recoveryCode(store, account.phone)
      const [changed, recovered] = await Promise.all([
        change(account.token),
        confirmRecovery(store, typed, RECOVERED, 1),
      ])

      expect(recovered.status).toBe(200)
      expect([200, ...LOST]).toContain(changed.body.code ?? changed.status)
      for (const provider of ["phonepass", "emailpass"] as const) {
        const status = async (password: string) =>
          (await signIn(store, provider, account, password)).status
        expect([await status(RECOVERED), await status(CHANGED)]).toEqual([
          200, 401,
        ])
      }
    }
  })

  it("another change on another server is made by one of them alone", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const account = await byBoth()
      const passwords = ["the first new one", "the second new one"]
      const answers = await Promise.all(
        passwords.map((password, server) =>
          change(account.token, password, server)
        )
      )

      const won = answers.findIndex(({ status }) => status === 200)
      expect(answers[won]?.status).toBe(200)
      expect(LOST).toContain(answers[1 - won].body.code)
      const winner = passwords[won]
      for (const provider of ["phonepass", "emailpass"] as const) {
        const { status } = await signIn(store, provider, account, winner)
        expect(status).toBe(200)
      }
    }
  })

  it.each([
    {
      way: "changes it",
      prepare: (account: Account & { token: string }) =>
        Promise.resolve(() => change(account.token)),
    },
    {
      way: "recovers it by a code",
      prepare: async ({ phone }: Account) => {
        const typed = await recoveryCode(store, phone!)
        return () => confirmRecovery(store, typed, CHANGED)
      },
    },
    {
      way: "resets it by mail",
      prepare: async ({ email }: Account) => {
        const token = await resetToken(store, email!)
        return () => finishReset(store, token, CHANGED)
      },
    },
  ])(
    "logins by who knows the old password leaves them none that is valid, once its owner $way",
    async ({ prepare }) => {
      for (let round = 0; round < FEW; round++) {
        const account = await byBoth()
        const work = await prepare(account)
        const repeated = () => signIn(store, "emailpass", account)

        const { done, answers } = await whileRepeating(repeated, work)

        expect(done.status).toBe(200)
        const own = done.body.token as string | undefined
        const theirs = answers.filter(({ body }) => body.token !== own)
        expect(await openedBy(store, theirs)).toEqual([])
      }
    }
  )

  it("logins with the old password as another kind of actor leave no token that counts", async () => {
    for (let round = 0; round < FEW; round++) {
      const account = await byBoth()
      const body = credentials("emailpass", account.email)
      const repeated = () =>
        store.api("POST", "/auth/vendor/emailpass", { body })

      const { done, answers } = await whileRepeating(repeated, () =>
        change(account.token)
      )

      expect(done.status).toBe(200)
      for (const { body } of answers) {
        const token = body.token as string | undefined
        const factors = await store.api("GET", "/auth/mfa/factors", { token })
        expect(factors.status).toBe(401)
      }
    }
  })
})
