import { randomBytes } from "node:crypto"
import bcrypt from "bcrypt"

/** Hashes and compares passwords with bcrypt, at one cost. */
export class PasswordHasher {
  private readonly decoy: Promise<string>

  /** @param cost log2 of the rounds, 10 to 15 (OWASP ASVS 5.0, appendix C: at least 10) */
  constructor(private readonly cost: number) {
    this.decoy = this.hash(randomBytes(16).toString("hex"))
  }

  hash(password: string): Promise<string> {
    return bcrypt.hash(password, this.cost)
  }

  /**
   * Whether a password is the hashed one. Without a hash the same work is done and the answer is no, so that
   * the time tells nothing.
   */
  async matches(password: string, hash: string | undefined): Promise<boolean> {
    const equal = await bcrypt.compare(password, hash ?? (await this.decoy))
    return equal && hash !== undefined
  }
}
