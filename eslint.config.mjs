// @ts-check
import tseslint from "typescript-eslint"

const COMMONJS = ["**/*.js", "**/*.cjs"]
const SPECS = ["**/__tests__/**", "integration-tests/**/*.ts"]

export default tseslint.config(
  {
    ignores: ["**/node_modules/", ".medusa/", ".cache/", "**/.medusa/"],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.check.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      curly: "error",
      eqeqeq: "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        {
          "ts-check": false,
          "ts-expect-error": true,
          "ts-ignore": true,
          "ts-nocheck": true,
        },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          destructuredArrayIgnorePattern: "^_",
        },
      ],
      "@typescript-eslint/prefer-nullish-coalescing": "error",
      "@typescript-eslint/prefer-optional-chain": "error",
      // Interfaces of Medusa ask for a promise whether or not there is something to wait for.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/return-await": [
        "error",
        "error-handling-correctness-only",
      ],
      // Medusa's base services are called with super(...arguments).
      "prefer-rest-params": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/admin/**", "**/__tests__/**"],
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  {
    files: ["src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@medusajs/framework/zod",
              message:
                "The oldest Medusa we support lacks it: import from zod.",
            },
          ],
        },
      ],
    },
  },
  {
    files: COMMONJS,
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // What a server or JSON.parse returns is `any`: here it is looked at, not passed on.
    files: [...COMMONJS, ...SPECS],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  }
)
