import { createFairTurns, type Turn } from '../platform/fair-turns'
import type { Place } from '../platform/turn-place'
import { checkPassword, hashPassword } from './password'

/** A key takes a quarter of a second or more, so nobody may queue up for all turns. */
const limits = { mostWaiting: 40, mostOfLane: 5, mostOfSharedLane: 20, longestWaitMs: 15_000 }

/**
 * One key at a time: the threads that derive keys are the ones that sign in to the database, so many
 * passwords at once would keep everybody else from connecting.
 */
const turns = createFairTurns(limits)

/** Those who wait to be counted hold no connection to the database. */
const codeTurns = createFairTurns({ ...limits, mostOfLane: 20 })

/** When somebody for whom there was no turn may try again. */
export const busySeconds = 10

/** @returns "busy" where too many others wait */
export const hashInTurn = (place: Place, password: string): Promise<Turn<string>> =>
  turns.take(place, () => hashPassword(password))

/**
 * @param stored what a hash was kept as
 * @param isAdmitted asked when the turn has come; who is not admitted is told nothing of the password
 */
export const checkInTurn = (
  place: Place,
  { password, stored }: { password: string; stored: string },
  isAdmitted: () => Promise<boolean>,
): Promise<Turn<'right' | 'wrong' | 'throttled'>> =>
  turns.take(place, async () => {
    if (!(await isAdmitted())) return 'throttled'
    return (await checkPassword(password, stored)) ? 'right' : 'wrong'
  })

/** Counts somebody who tries a code; nothing is derived for that. */
export const countInTurn = (
  place: Place,
  isAdmitted: () => Promise<boolean>,
): Promise<Turn<boolean>> => codeTurns.take(place, isAdmitted)
