import type { RequestHandler } from 'express'
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
