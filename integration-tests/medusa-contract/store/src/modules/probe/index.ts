import { Module } from "@medusajs/framework/utils"
import ProbeModuleService from "./service"

/** Key under which the module's service is found in the container. */
export const PROBE_MODULE = "probe"

export default Module(PROBE_MODULE, { service: ProbeModuleService })
