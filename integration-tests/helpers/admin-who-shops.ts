import { freshEmail, PASSWORD } from "./fixtures"
import { signUp } from "./sign-up"
import { Store } from "./store"

/** An invited admin who is a customer, of unverified contacts, with the same login. */
export async function adminWhoShops(
  store: Store,
  { email = freshEmail(), phone }: { email?: string; phone?: string } = {}
): Promise<{ email: string; adminToken: string }> {
  const body = { email, password: PASSWORD }
  const begun = await store.api("POST", "/auth/user/emailpass/register", {
    body,
  })
  const invited = await store.api("POST", "/admin/invites", {
    token: await store.adminToken(),
    body: { email },
  })
  const path = `/admin/invites/accept?token=${invited.body.invite.token}`
  await store.api("POST", path, {
    token: String(begun.body.token),
    body: { email, first_name: "Ada", last_name: "Byron" },
  })
  const shop = await store.api("POST", "/auth/customer/emailpass", { body })
  const signedUp = await signUp(store, shop.body.token, { email, phone })
  expect(signedUp.status).toBe(200)
  const admin = await store.api("POST", "/auth/user/emailpass", { body })
  return { email, adminToken: String(admin.body.token) }
}
