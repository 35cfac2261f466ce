// @ts-check

/** @type {import("jest").Config} */
const shared = {
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true, tsx: true },
          target: "es2021",
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: "automatic" },
          },
        },
        // Left as it is, import() can load packages that exist as ES modules only.
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/", "/\\.medusa/"],
  modulePathIgnorePatterns: [
    "<rootDir>/.medusa/",
    "<rootDir>/integration-tests/store/",
    "<rootDir>/integration-tests/medusa-contract/store/",
    "<rootDir>/integration-tests/medusa-oldest/",
  ],
}

/**
 * The contract with the oldest Medusa that the plugin supports. It is asked for by name, because it installs that.
 *
 * @type {import("jest").Config}
 */
const oldest = {
  ...shared,
  displayName: "oldest",
  testMatch: ["<rootDir>/integration-tests/medusa-contract.spec.ts"],
  testEnvironment: "<rootDir>/integration-tests/environment.js",
  globals: { MEDUSA_UNDER_TEST: "oldest" },
  globalSetup: "<rootDir>/integration-tests/global-setup-oldest.js",
  globalTeardown: "<rootDir>/integration-tests/global-teardown.js",
}

/** Specs that take too long for each change: `.ci/nightly` runs them. */
const NIGHTLY = [
  "/integration-tests/nightly/",
  "/integration-tests/redis/",
  "/integration-tests/http/anonymous-timing",
]

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.spec.{ts,tsx}",
        "<rootDir>/scripts/**/__tests__/**/*.spec.js",
      ],
    },
    {
      ...shared,
      displayName: "modules",
      testMatch: ["<rootDir>/integration-tests/modules/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/global-setup-modules.js",
      globalTeardown: "<rootDir>/integration-tests/global-teardown.js",
      setupFiles: ["<rootDir>/integration-tests/clear-metadata.js"],
    },
    {
      ...shared,
      displayName: "store",
      testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
      testEnvironment: "<rootDir>/integration-tests/environment.js",
      testPathIgnorePatterns: [
        "/node_modules/",
        "/integration-tests/modules/",
        ...(process.env.NIGHTLY === "1" ? [] : NIGHTLY),
      ],
      globalSetup: "<rootDir>/integration-tests/global-setup.js",
      globalTeardown: "<rootDir>/integration-tests/global-teardown.js",
    },
    ...(process.env.MEDUSA_OLDEST === "1" ? [oldest] : []),
  ],
}
