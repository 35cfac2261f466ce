export { anyPassword, bcryptPassword } from "./schemas"
