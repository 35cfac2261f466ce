export { gsm7Length } from "../../src/notifications/gsm7-length"
