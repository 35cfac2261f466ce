const { withoutComments } = require("../strip-comments")

it("comments are taken out of built JavaScript, and nothing else", () => {
  const built = [
    '"use strict";',
    "/** Why. */",
    "exports.f = async () => {",
    "    // why",
    '    const url = "https://shop.example.com"; /* why */',
    "    const { default: load } = await import(`./a//b`);",
    "    return load(url, /\\/\\*/);",
    "};",
    "//# sourceMappingURL=f.js.map",
  ].join("\n")
  expect(withoutComments(built)).toBe(
    [
      '"use strict";',
      "exports.f = async () => {",
      '    const url = "https://shop.example.com";',
      "    const { default: load } = await import(`./a//b`);",
      "    return load(url, /\\/\\*/);",
      "};",
      "",
    ].join("\n")
  )
})
