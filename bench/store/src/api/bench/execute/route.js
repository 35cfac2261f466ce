// @ts-check

const PLUGIN = "customer-registration/workflows"

/** What the job of each minute does. */
exports.POST = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  // The store without the plugin has this route too.
  const { executeDueDeletions } = await import(PLUGIN)
  res.json(await executeDueDeletions(req.scope))
}
