import { createFairTurns, type Turn } from '../platform/fair-turns'
import type { Place } from '../platform/turn-place'
import { checkPassword, hashPassword } from './password'

/** Deriving a key takes a quarter of a second or more, so no lane may fill the queue. */
const limits = { maxWaiting: 40, maxPerLane: 5, maxPerSharedLane: 20, maxWaitMs: 15_000 }

/**
 * Derives one key at a time. Key derivation shares Node's thread pool with new database connections, so
 * many passwords at once would block those.
 */
const turns = createFairTurns(limits)

/** Queues attempts with a code, so that waiting ones hold no database connection. */
const codeTurns = createFairTurns({ ...limits, maxPerLane: 20 })

/** Seconds after which a caller who got no turn may retry. */
export const busySeconds = 10

/** @returns the stored form of the password; "busy" when the queue is full or the wait too long */
export const hashInTurn = (place: Place, password: string): Promise<Turn<string>> =>
  turns.take(place, () => hashPassword(password))

/**
 * @param stored a hash as `hashPassword` returns it
 * @param isAdmitted called when the turn comes; if false, the password is not checked
 * @returns "busy" when the queue is full or the wait too long
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

/** Counts an attempt with a code, which needs no key. @returns whether it is admitted, or "busy" */
export const countInTurn = (
  place: Place,
  isAdmitted: () => Promise<boolean>,
): Promise<Turn<boolean>> => codeTurns.take(place, isAdmitted)
