// @ts-check
const bcrypt = require("bcrypt")
const Scrypt = require("scrypt-kdf")

const PASSWORD = "correct horse battery"

/** As Medusa's emailpass keeps a password. */
const emailpass = () => Scrypt.kdf(PASSWORD, { logN: 15, r: 8, p: 1 })

/** As this plugin's phonepass does. */
const phonepass = () => bcrypt.hash(PASSWORD, 10)

/** @type {Record<string, () => Promise<unknown>>} */
const HASHES = {
  emailpass,
  phonepass,
  both: () => Promise.all([emailpass(), phonepass()]),
}

/** The password hashes of a request, and nothing else. */
exports.POST = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  await HASHES[req.params.of]()
  res.json({})
}
