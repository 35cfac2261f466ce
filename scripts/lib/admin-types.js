// @ts-check
const fs = require("node:fs")
const path = require("node:path")

/** What `medusa plugin:build` makes of `src/admin`; it writes no types for it. A dashboard reads all of it. */
const SHAPE = `type Labelled = { label: string; translationNs?: string };
/** What the plugin adds to the dashboard. */
declare const extensions: {
    widgetModule: { widgets: { Component: unknown; zone: string[] }[] };
    routeModule: { routes: { Component: unknown; path: string; handle?: Labelled }[] };
    menuItemModule: { menuItems: (Labelled & { path: string })[] };
    i18nModule: { resources: Record<string, object> };
    formModule: object;
    displayModule: object;
};
`

/**
 * Writes the types of `customer-registration/admin` beside both forms of its code.
 *
 * @param {string} folder of the built plugin
 */
function writeAdminTypes(folder) {
  const admin = path.join(folder, "admin")
  const types = {
    "index.d.ts": `${SHAPE}export = extensions;\n`,
    "index.d.mts": `${SHAPE}export default extensions;\n`,
  }
  for (const [name, text] of Object.entries(types)) {
    fs.writeFileSync(path.join(admin, name), text)
  }
}

module.exports = { writeAdminTypes }
