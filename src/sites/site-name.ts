import { filledText } from '../comments/comment-form'

export const siteName = filledText(100)

/** @returns undefined for what cannot be the name of a site */
export const readSiteName = (text: string): string | undefined => siteName.safeParse(text).data
