import { renderTemplate } from "../template"

const HOSTILE =
  "<img src=x onerror=alert(1)>{{7*7}}${7*7}<%=7*7%>\r\nBcc:evil@x"
const ESCAPED =
  "&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;{{7*7}}${7*7}&lt;%&#x3D;7*7%&gt;\r\nBcc:evil@x"

describe("renderTemplate", () => {
  it("shows values and absent sections", () => {
    const source = "{{#name}}Hi {{name}}{{/name}}{{^name}}Hello{{/name}}, {{n}}"
    expect(renderTemplate(source, "text", { name: "Jo", n: 0 })).toBe(
      "Hi Jo, 0"
    )
    expect(renderTemplate(source, "text", { name: undefined, n: 1 })).toBe(
      "Hello, 1"
    )
  })

  it.each([
    "{{v}}",
    "{{{v}}}",
    "{{&v}}",
    "{{=<% %>=}}<%v%>",
    "{{=<% %>=}}<%&v%>",
  ])("escapes %s in HTML", (source) => {
    expect(renderTemplate(source, "html", { v: HOSTILE })).toBe(ESCAPED)
  })

  it.each(["{{v}}", "{{{v}}}", "{{&v}}"])(
    "does not escape %s in text",
    (source) => {
      expect(renderTemplate(source, "text", { v: HOSTILE })).toBe(HOSTILE)
    }
  )

  it("does not render a value as a template", () => {
    const values = { a: "{{b}}", b: "{{{a}}}" }
    expect(renderTemplate("{{a}}{{b}}", "text", values)).toBe("{{b}}{{{a}}}")
  })

  it.each([
    "{{constructor}}",
    "{{#constructor}}x{{/constructor}}",
    "{{__proto__}}",
    "{{toString}}",
    "{{hasOwnProperty}}",
    "{{> v}}",
    "{{> /etc/passwd}}",
    "{{unknown}}",
    "{{v.constructor}}",
    "{{settings.views}}",
  ])("shows nothing for %s", (source) => {
    expect(renderTemplate(source, "html", { v: "x" })).toBe("")
    expect(renderTemplate(source, "text", { v: "x" })).toBe("")
  })

  it("reads __proto__, layout and settings as ordinary names", () => {
    const values = JSON.parse(
      '{"__proto__":"p","layout":"../l","settings":"s"}'
    )
    expect(
      renderTemplate("{{__proto__}} {{&layout}} {{x}}", "text", values)
    ).toBe("p ../l ")
  })
})
