// @ts-check

const PLUGIN = "customer-registration/workflows"

/** What the hourly job does. */
exports.POST = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  // The store without the plugin has this route too.
  const { purgeExpired } = await import(PLUGIN)
  res.json(await purgeExpired(req.scope))
}
