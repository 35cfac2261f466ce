// @ts-check
// Who may import whom: docs/architecture.md. Each rule names what a folder may NOT reach.

/** Folders that everyone may use and that know nobody above them. */
const LEAVES = {
  options: ["contact"],
  contact: [],
  errors: [],
  keys: [],
  sql: [],
  password: [],
  notifications: ["contact"],
}

/** What of medusa imports leaves alone, or nothing: even a leaf, a module or a provider may know it. */
const LEAVES_OF_MEDUSA = "^src/medusa/(customer-table|plugin-options)\\.ts$"

/** @param {string[]} folders */
const anyOf = (folders) => `^src/(${folders.join("|")})/`

/** @param {string[]} folders */
const allBut = (folders) => `^src/(?!(${folders.join("|")})/)`

function leafRules() {
  return Object.entries(LEAVES).map(([folder, allowed]) => ({
    name: `${folder}-is-a-leaf`,
    comment: `${folder} imports only itself${allowed.length ? ` and ${allowed.join(", ")}` : ""}.`,
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: "__tests__" },
    to: {
      path: allBut([folder, ...allowed]),
      ...(folder === "options" && { pathNot: LEAVES_OF_MEDUSA }),
    },
  }))
}

module.exports = {
  forbidden: [
    ...leafRules(),
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one idea, or a third is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "workflows-know-no-caller",
      comment:
        "api, jobs and subscribers run workflows, never the other way round.",
      severity: "error",
      from: { path: "^src/workflows/" },
      to: { path: anyOf(["api", "jobs", "subscribers"]) },
    },
    {
      name: "routes-run-workflows-and-read-modules",
      severity: "error",
      from: { path: "^src/api/", pathNot: "__tests__" },
      to: {
        path: allBut(["api", "workflows", "modules", ...Object.keys(LEAVES)]),
      },
    },
    {
      name: "modules-are-used-by-their-index",
      comment: "What is inside a module is its own.",
      severity: "error",
      from: { path: "^src/(api|workflows|links|scripts)/" },
      to: { path: "^src/modules/[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "jobs-and-subscribers-run-workflows",
      severity: "error",
      from: { path: "^src/(jobs|subscribers)/" },
      to: { path: "^src/", pathNot: "^src/workflows/" },
    },
    {
      name: "links-join-modules",
      severity: "error",
      from: { path: "^src/links/" },
      to: { path: "^src/", pathNot: "^src/modules/" },
    },
    {
      name: "modules-know-no-caller",
      comment:
        "A module is used by workflows and routes and imports only leaf folders.",
      severity: "error",
      from: { path: "^src/modules/", pathNot: "__tests__" },
      to: {
        path: allBut(["modules", ...Object.keys(LEAVES)]),
        pathNot: LEAVES_OF_MEDUSA,
      },
    },
    {
      name: "modules-know-no-other-module",
      comment: "What touches two modules is a workflow.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/", pathNot: "^src/modules/$1/" },
    },
    {
      name: "providers-know-little",
      comment:
        "A provider runs in the Auth module's container, where our modules are not.",
      severity: "error",
      from: { path: "^src/providers/", pathNot: "__tests__" },
      to: {
        path: allBut(["providers", "options", "contact", "errors", "password"]),
        pathNot: LEAVES_OF_MEDUSA,
      },
    },
    {
      name: "browser-code-knows-no-server",
      comment: "The admin pages and the helpers are loaded in a browser.",
      severity: "error",
      from: { path: "^src/(admin|helpers)/", pathNot: "__tests__" },
      to: { path: "^src/", pathNot: "^src/$1/" },
    },
    {
      name: "browser-code-uses-no-node",
      severity: "error",
      from: { path: "^src/(admin|helpers)/", pathNot: "__tests__" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "helpers-need-nothing-installed",
      severity: "error",
      from: { path: "^src/helpers/", pathNot: "__tests__" },
      to: { dependencyTypesNot: ["local"] },
    },
    {
      name: "no-undeclared-packages",
      comment: "What is not in package.json is there by luck.",
      severity: "error",
      from: { path: "^src/", pathNot: "__tests__" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"],
        // An optional peer is called npm-no-pkg too, for its line in peerDependenciesMeta.
        dependencyTypesNot: ["npm-peer"],
      },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-development-packages",
      comment:
        "A store that installs the plugin does not get its devDependencies.",
      severity: "error",
      from: { path: "^src/", pathNot: "__tests__" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["npm-peer", "type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
}
