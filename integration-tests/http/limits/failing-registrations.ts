import {
  freshEmail,
  freshPhone,
  registerIdentity,
} from "../../helpers/fixtures"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

const ROUNDS = 16

/** In a store with two servers that registers by e-mail and phone. */
export function failingRegistrations(store: Store) {
  it("A stranger's registrations that must fail never make the owner's fail", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [email, phone] = [freshEmail(), freshPhone()]
      const own = await registerIdentity(store, "emailpass", email)
      const other = await registerIdentity(store, "emailpass", freshEmail())

      const [owners, ...strangers] = await Promise.all([
        signUp(store, own, { email, phone }, round % 2),
        ...[0, 1, 0, 1].map((server) =>
          signUp(store, other, { email, phone }, server)
        ),
      ])

      expect(owners).toMatchObject({ status: 200 })
      for (const stranger of strangers) {
        expect(stranger).toMatchObject({
          status: 400,
          body: { code: "contact_mismatch" },
        })
      }
    }
  })
}
