import fc from "fast-check"
import { type Command } from "../command"
import { asksForChange, changesContact, moves, undoes } from "./contact"
import {
  asksToLeave,
  asksToStay,
  confirmsToLeave,
  confirmsToStay,
  executes,
  leaves,
} from "./deletion"
import {
  logsIn,
  logsOut,
  refreshes,
  refreshesRegistration,
  signsOutEverywhere,
  startsSession,
} from "./login"
import {
  asksForRecovery,
  asksForReset,
  changesPassword,
  recovers,
  recoversAtOnce,
  resets,
} from "./password"
import { joins, registers } from "./registration"
import { editsProfile, isEdited, isFreed } from "./support"
import { misuses, sends, verifies } from "./verification"

const often = (one: fc.Arbitrary<Command>) => [one, one, one]

/** All that a person, or an admin, can do. What the others need happens more often. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  ...often(joins),
  ...often(moves),
  asksForChange,
  leaves,
  leaves,
  recoversAtOnce,
  recoversAtOnce,
  ...often(changesContact),
  ...often(verifies),
  recovers,
  ...often(logsIn),
  registers,
  sends,
  sends,
  misuses,
  ...often(undoes),
  refreshes,
  refreshesRegistration,
  startsSession,
  logsOut,
  signsOutEverywhere,
  ...often(changesPassword),
  asksForRecovery,
  asksForReset,
  resets,
  asksToLeave,
  confirmsToLeave,
  confirmsToLeave,
  asksToStay,
  confirmsToStay,
  executes,
  isFreed,
  isEdited,
  editsProfile,
]
