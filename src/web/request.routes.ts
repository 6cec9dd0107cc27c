import express, { type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import type { Config } from '../platform/config'
import { reportDirectives } from './csp-reports.routes'

/** No script, no frame, no foreign file: pages hold text, one stylesheet and forms to themselves. */
export const secureHeaders = (config: Config): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...reportDirectives(config),
      },
    },
    // receipts are part of addresses
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl?.startsWith('https:')
      ? { maxAge: 31_536_000 }
      : false,
  })

/** Far more than a comment may have. */
export const usualBodyBytes = 64 * 1024

/** A rule with many rows has the most; a selection of comments has up to 200 ticks. */
const parameterLimit = 300

/** Forms and JSON, never compressed: a small body cannot become a large one. */
export function readBodies(limit = usualBodyBytes): Router {
  const router = Router()
  router.use(express.json({ limit, inflate: false, strict: false }))
  router.use(express.urlencoded({ extended: false, limit, inflate: false, parameterLimit }))
  return router
}
