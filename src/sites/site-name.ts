import { z } from 'zod'
import { storable } from '../comments/comment-form'

export const siteName = z.string().transform(storable).pipe(z.string().trim().min(1).max(100))

/** @returns undefined for what cannot be the name of a site */
export const readSiteName = (text: string): string | undefined => siteName.safeParse(text).data
