// @ts-check
const { codes } = require("../codes")

/** Medusa's own verification hands its code to a subscriber. */
module.exports.default = async (
  /** @type {import("@medusajs/framework").SubscriberArgs<{ entity_id: string, code: string }>} */ {
    event: { data },
  }
) => {
  codes.set(data.entity_id, data.code)
}

module.exports.config = { event: "auth.verification_requested" }
