export { anyPassword, bcryptPassword } from "./schemas"
export { refusalOf, type PasswordRules } from "./refusal-of"
