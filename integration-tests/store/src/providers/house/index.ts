import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { HouseAuthService } from "./service"

export default ModuleProvider(Modules.AUTH, { services: [HouseAuthService] })
