import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { OverwritingEmailPass } from "./service"

export default ModuleProvider(Modules.AUTH, {
  services: [OverwritingEmailPass],
})
