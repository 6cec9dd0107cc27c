import { stringifySetCookie } from 'cookie'
import { sessionHours, stepMinutes } from '../accounts/session'

type Place = { publicUrl?: string | undefined }
type CookieName = { name: string; secure: boolean }

/** Over TLS the prefix binds a cookie to this host; without TLS browsers would not keep it. */
const cookieName = ({ publicUrl }: Place, name: string): CookieName => {
  const secure = publicUrl?.startsWith('https:') ?? false
  return { name: secure ? `__Host-${name}` : name, secure }
}

export const sessionCookie = (place: Place): CookieName => cookieName(place, 'postbag')

/** Tells a browser that has signed in before from one that guesses. */
export const deviceCookie = (place: Place): CookieName => cookieName(place, 'postbag-device')

/** The right password was given, and a code has to follow. */
export const stepCookie = (place: Place): CookieName => cookieName(place, 'postbag-step')

const deviceDays = 180

const setCookie = ({ name, secure }: CookieName, value: string, maxAgeSeconds: number): string =>
  stringifySetCookie({
    name,
    value,
    secure,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: maxAgeSeconds,
  })

export const setSession = (place: Place, secret: string): string =>
  setCookie(sessionCookie(place), secret, sessionHours * 3600)

export const clearSession = (place: Place): string => setCookie(sessionCookie(place), '', 0)

export const setDevice = (place: Place, value: string): string =>
  setCookie(deviceCookie(place), value, deviceDays * 86_400)

export const setStep = (place: Place, secret: string): string =>
  setCookie(stepCookie(place), secret, stepMinutes * 60)

export const clearStep = (place: Place): string => setCookie(stepCookie(place), '', 0)
