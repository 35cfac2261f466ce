// @ts-check
// Made for pasting: no comments, which zsh does not take there, and no tool but curl and node.

/** Another number than those of the steps. */
const YOU = {
  phone: "(201) 555-0142",
  email: "you@example.com",
  password: "correct-horse",
}

/** @param {import("./open-shop.mjs").Shop} shop */
export function preparation({ url, publishableKey }) {
  return `SHOP=${url}
KEY="x-publishable-api-key: ${publishableKey}"
JSON="content-type: application/json"
field() { node -pe "JSON.parse(fs.readFileSync(0)).$1"; }`
}

/** @param {{ phone: string, password: string }} person */
export function logIn({ phone, password }) {
  return `TOKEN=$(curl -s $SHOP/auth/customer/phonepass -H "$JSON" \\
  -d '${JSON.stringify({ phone, password })}' | field token)
curl -s $SHOP/store/customers/me -H "$KEY" -H "authorization: Bearer $TOKEN"; echo`
}

export function signUp() {
  const { phone, email, password } = YOU
  return `TOKEN=$(curl -s $SHOP/auth/customer/phonepass/register -H "$JSON" \\
  -d '${JSON.stringify({ phone, password })}' | field token)
ID=$(curl -s $SHOP/store/customers -H "$KEY" -H "$JSON" \\
  -H "authorization: Bearer $TOKEN" \\
  -d '${JSON.stringify({ phone, email })}' | field customer.id)
OTP=$(curl -s $SHOP/store/customers/otp/send -H "$KEY" -H "$JSON" \\
  -d '{"customer_id":"'$ID'","type":"phone_verification"}' | field token)`
}

export function verify() {
  return `curl -s $SHOP/store/customers/otp/verify -H "$KEY" -H "$JSON" \\
  -d '{"token":"'$OTP'","code":"123456"}'; echo`
}
