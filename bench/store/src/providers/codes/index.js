// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} = require("@medusajs/framework/utils")
const { codes } = require("../../codes")
const { provider } = require("../../provider")

/** Delivers codes into memory, as slowly as it is told to. */
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
    if (provider.waitMs) {
      provider.waiting++
      await sleep(provider.waitMs)
      provider.waiting--
    }
    return {}
  }
}

module.exports = ModuleProvider(Modules.NOTIFICATION, {
  services: [CodesNotificationService],
})
