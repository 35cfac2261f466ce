import { engineProbes } from "./engine"
import { handlerProbes } from "./handlers"
import { identityProbes } from "./identities"
import { moduleProbes } from "./modules"
import { notificationProbes } from "./notifications"
import { orderProbes } from "./orders"
import { personalDataProbes } from "./personal-data"
import type { Probe } from "./probe"

export const PROBES: Record<string, Probe> = {
  ...engineProbes,
  ...handlerProbes,
  ...identityProbes,
  ...moduleProbes,
  ...notificationProbes,
  ...orderProbes,
  ...personalDataProbes,
}
