import { isUnclaimed, ownerOf } from "../identities"

it.each([
  [undefined, undefined, true],
  [{}, undefined, true],
  [{ customer_id: null }, undefined, true],
  [{ customer_id: null, user_id: null }, undefined, true],
  [{ customer_id: "cus_1" }, "cus_1", false],
  [{ user_id: "user_1" }, undefined, false],
  [{ customer_id: null, user_id: "user_1" }, undefined, false],
  [{ customer_id: "cus_1", user_id: "user_1" }, "cus_1", false],
])(
  "an identity with app_metadata %j has the customer %s; unclaimed: %s",
  (app_metadata, owner, unclaimed) => {
    expect(ownerOf({ app_metadata })).toBe(owner)
    expect(isUnclaimed({ app_metadata })).toBe(unclaimed)
  }
)
