import { lastCodeFor, registerCustomer } from "../../helpers/fixtures"
import { send, verify, wrongCode } from "../../helpers/otp"
import { Store } from "../../helpers/store"

type Servers = { five: number; three: number }

/** One server has `maxAttempts` and `per_destination_hour` 5, the other 3. */
export function otherOptions(store: Store, { five, three }: Servers) {
  it.each([
    ["three", three, five, 3],
    ["five", five, three, 5],
  ])(
    "allow a code the %s guesses of the server that sent it",
    async (_name, sender, guesser, max) => {
      const { customer, email } = await registerCustomer(store)
      const { body } = await send(store, customer.id, "email_verification", {
        server: sender,
      })
      const wrong = wrongCode(await lastCodeFor(store, email))
      const codes = []
      for (let nth = 0; nth <= max; nth++) {
        const answer = await verify(store, body.token, wrong, guesser)
        codes.push(answer.body.code)
      }
      expect(codes).toEqual([
        ...Array.from({ length: max }, () => "otp_invalid"),
        "otp_attempts_exceeded",
      ])
    }
  )

  it("count the codes to a contact together, and refuse them each by its own limit", async () => {
    const { customer } = await registerCustomer(store)
    const statuses = []
    for (const server of [five, three, five, three, five, three, five, five]) {
      const { status } = await send(store, customer.id, "email_verification", {
        server,
      })
      statuses.push(status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 200, 429, 200, 429])
  })
}
