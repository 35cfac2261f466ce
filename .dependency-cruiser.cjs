// @ts-check
// Who may import whom: docs/architecture.md. Each rule names what a folder may NOT reach.

/** Folders that everyone may use and that know nobody above them. */
const LEAVES = {
  options: ["contact", "notifications"],
  contact: [],
  errors: [],
  keys: [],
  sql: [],
  password: [],
  notifications: ["contact"],
}

/** From top to bottom: each imports itself, what is below it, and leaves. Folders of one layer do not import each other. */
const LAYERS = [
  ["api", "jobs", "subscribers"],
  ["workflows"],
  ["auth"],
  ["codes"],
  ["modules"],
  ["medusa"],
]

/** Where Medusa keeps the plugin's options: it imports nothing, so that even a leaf may know it. */
const PLUGIN_OPTIONS = "^src/medusa/plugin-options\\.ts$"

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
      ...(folder === "options" && { pathNot: PLUGIN_OPTIONS }),
    },
  }))
}

function layerRules() {
  return LAYERS.flatMap((folders, layer) => {
    const below = LAYERS.slice(layer + 1).flat()
    return folders.map((folder) => ({
      name: `${folder}-imports-what-is-below`,
      comment: `${folder} imports ${[...below, "leaves"].join(", ")}.`,
      severity: "error",
      from: { path: `^src/${folder}/`, pathNot: "__tests__" },
      to: { path: allBut([folder, ...below, ...Object.keys(LEAVES)]) },
    }))
  })
}

module.exports = {
  forbidden: [
    ...leafRules(),
    ...layerRules(),
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one idea, or a third is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "modules-are-used-by-their-index",
      comment: "What is inside a module is its own.",
      severity: "error",
      from: { path: "^src/(?!modules/)" },
      to: { path: "^src/modules/[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "auth-and-codes-are-used-by-their-index",
      comment:
        "A route, job or subscriber sees what a folder offers, not how it is divided.",
      severity: "error",
      from: { path: "^src/(api|jobs|subscribers)/" },
      to: { path: "^src/(auth|codes)/(?!index\\.ts$)" },
    },
    {
      name: "workflows-are-used-by-their-index",
      comment:
        "index.ts is what stores import, internal.ts what routes, jobs and subscribers do.",
      severity: "error",
      from: { path: "^src/(api|jobs|subscribers)/" },
      to: { path: "^src/workflows/(?!internal\\.ts$)" },
    },
    {
      name: "shared-steps-know-no-flow",
      comment: "What several flows use needs none of them.",
      severity: "error",
      from: { path: "^src/workflows/shared/", pathNot: "__tests__" },
      to: { path: "^src/workflows/(?!shared/|events\\.ts$)" },
    },
    {
      name: "erasure-knows-no-account-deletion",
      comment: "A request erases a customer; an erasure needs no request.",
      severity: "error",
      from: { path: "^src/workflows/(erasure|cleanup)/" },
      to: { path: "^src/workflows/account-deletion/" },
    },
    {
      name: "medusas-routes-are-not-for-lower-folders",
      comment: "handlers.ts loads Medusa's compiled routes.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(api|auth|workflows|medusa)/" },
      to: { path: "^src/medusa/handlers\\.ts$" },
    },
    {
      name: "links-join-modules",
      severity: "error",
      from: { path: "^src/links/" },
      to: { path: "^src/", pathNot: "^src/modules/" },
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
        "A provider runs in the Auth module's container, where the plugin's modules are not.",
      severity: "error",
      from: { path: "^src/providers/(?!otp/)", pathNot: "__tests__" },
      to: {
        path: allBut([
          "providers",
          "medusa",
          "options",
          "contact",
          "errors",
          "password",
        ]),
      },
    },
    {
      name: "the-provider-of-codes-is-an-entry",
      comment:
        "It works in the store's container, as a route does (decision 41), and is nobody's.",
      severity: "error",
      from: { path: "^src/providers/otp/", pathNot: "__tests__" },
      to: {
        path: "^src/(?!(errors|medusa|providers/otp)/|workflows/internal\\.ts$)",
      },
    },
    {
      name: "the-stores-container-is-for-providers",
      comment: "Everybody else is given the container that they work in.",
      severity: "error",
      from: { path: "^src/(?!providers/otp/|api/auth/gate\\.ts$)" },
      to: { path: "^src/medusa/store-container\\.ts$" },
    },
    {
      name: "browser-code-knows-no-server",
      comment:
        "The admin pages, the helpers and the client are loaded in a browser. The client shares what the helpers throw.",
      severity: "error",
      from: { path: "^src/(admin|client|helpers)/", pathNot: "__tests__" },
      to: { path: "^src/", pathNot: ["^src/$1/", "^src/helpers/"] },
    },
    {
      name: "browser-code-uses-no-node",
      severity: "error",
      from: { path: "^src/(admin|client|helpers)/", pathNot: "__tests__" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "helpers-need-nothing-installed",
      severity: "error",
      from: { path: "^src/(client|helpers)/", pathNot: "__tests__" },
      to: { dependencyTypesNot: ["local"] },
    },
    {
      name: "helpers-know-no-client",
      severity: "error",
      from: { path: "^src/helpers/", pathNot: "__tests__" },
      to: { path: "^src/", pathNot: "^src/helpers/" },
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
        "A store that installs the plugin does not get its devDependencies. What the pages import, Medusa's dashboard brings along.",
      severity: "error",
      from: { path: "^src/", pathNot: "__tests__|^src/admin/" },
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
