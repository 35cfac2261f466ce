// @ts-check
// better-auth with the plugins that do what this one does: e-mail and phone codes. Codes are hashed, its rate limit is off.
import { createServer } from "node:http"
import { betterAuth } from "better-auth"
import { getMigrations } from "better-auth/db/migration"
import { toNodeHandler } from "better-auth/node"
import { emailOTP, phoneNumber } from "better-auth/plugins"
import pg from "pg"

/** @type {Map<string, string>} */
const codes = new Map()

const options = {
  database: new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    min: 16,
    max: 32,
  }),
  secret: process.env.JWT_SECRET,
  baseURL: `http://localhost:${process.env.PORT}`,
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  plugins: [
    emailOTP({
      storeOTP: "hashed",
      expiresIn: 900,
      disableSignUp: true,
      async sendVerificationOTP({ email, otp }) {
        codes.set(email, otp)
      },
    }),
    phoneNumber({
      expiresIn: 900,
      sendOTP({ phoneNumber: to, code }) {
        codes.set(to, code)
      },
    }),
  ],
}

const { runMigrations } = await getMigrations(options)
await runMigrations()
const handle = toNodeHandler(betterAuth(options))

createServer((req, res) => {
  if (req.url === "/health" || req.url === "/bench/codes") {
    res.setHeader("content-type", "application/json")
    res.end(JSON.stringify(Object.fromEntries(codes)))
    codes.clear()
    return
  }
  void handle(req, res)
}).listen(Number(process.env.PORT), "localhost")
