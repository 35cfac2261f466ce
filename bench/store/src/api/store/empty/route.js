// @ts-check

/** The floor: what Medusa does before any store route, the check of the publishable key. */
exports.GET = async (
  /** @type {unknown} */ _req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  res.json({})
}
