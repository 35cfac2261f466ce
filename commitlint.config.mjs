// @ts-check

/** @type {import("@commitlint/types").UserConfig} */
export default {
  extends: ["@commitlint/config-conventional"],
  rules: {
    "body-max-line-length": [2, "always", 125],
    // "Note: ..." in a body is read as a footer.
    "footer-max-line-length": [2, "always", 125],
    // A subject may begin with a name: OTP, MFA, PostgreSQL.
    "subject-case": [0],
  },
}
