// @ts-check
const {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} = require("@medusajs/framework/utils")
const { codes } = require("../../codes")

/** Delivers codes into memory. */
class CodesNotificationService extends AbstractNotificationProviderService {
  /** @override */
  static identifier = "codes"

  /**
   * @override
   * @param {import("@medusajs/framework/types").ProviderSendNotificationDTO} message
   */
  async send({ to, content }) {
    const code = content?.text?.match(/\b\d{6}\b/)?.[0]
    if (code) {
      codes.set(to, code)
    }
    return {}
  }
}

module.exports = ModuleProvider(Modules.NOTIFICATION, {
  services: [CodesNotificationService],
})
