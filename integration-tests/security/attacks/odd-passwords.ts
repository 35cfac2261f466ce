import { credentials, freshPhone } from "../../helpers/fixtures"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** Passwords that a hash may read otherwise than they were typed, or that are too long to hash. */
export function oddPasswords(store: Store) {
  it("A password is compared to its last byte, behind a NUL too", async () => {
    const phone = freshPhone()
    const password = "horses\u0000behind a NUL"
    const path = "/auth/customer/phonepass/register"
    const registered = await store.api("POST", path, {
      body: credentials("phonepass", phone, password),
    })
    if (registered.status === 200) {
      for (const other of [
        "horses\u0000behind another",
        "horses\u0000",
        "horses",
      ]) {
        const login = await signInWith(store, "phonepass", phone, other)
        expect({ other, status: login.status }).toEqual({ other, status: 401 })
      }
    } else {
      expect([400, 401]).toContain(registered.status)
    }
  })

  it.each(["emailpass", "phonepass"])(
    "A body of a million characters is refused by %s with 413 before it is hashed",
    async (provider) => {
      for (const path of ["", "/register", "/update"]) {
        const { status } = await expectNothingWritten(store, () =>
          store.api("POST", `/auth/customer/${provider}${path}`, {
            body: { email: "a@example.com", password: "x".repeat(1e6) },
          })
        )
        expect({ path, status }).toEqual({ path, status: 413 })
      }
    }
  )
}
