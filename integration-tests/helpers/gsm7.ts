export { gsm7Length } from "../../src/notifications/sms"
