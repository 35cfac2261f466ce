export {
  anyPassword,
  bcryptPassword,
  MAX_BCRYPT_BYTES,
  newPassword,
} from "./new-password"
