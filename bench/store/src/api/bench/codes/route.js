// @ts-check
const { codes } = require("../../../codes")

/** Every code since the last look. */
exports.GET = async (
  /** @type {unknown} */ _req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  res.json(Object.fromEntries(codes))
  codes.clear()
}
