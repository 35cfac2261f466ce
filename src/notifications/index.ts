export { codeMessage, type CodeMessageInput } from "./code-message"
export {
  loadTemplate,
  storeRoots,
  type FileTemplate,
  type Template,
} from "./load-template"
export type { MessageContent } from "./message-content"
export { renderTemplate, type TemplateValues } from "./render-template"
