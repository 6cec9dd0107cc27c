/** Why a rule was put back into shadow: it acted on more authors than the site allows. */
export type Demotion = {
  authors: number
  /** Judged since its last change. */
  comments: number
  /** Of authors. */
  limit: number
}

/** As callers of the API get it: in English. */
export const demotionInEnglish = ({ authors, comments, limit }: Demotion): string =>
  `Back in shadow: within a day of its last change it acted on ${authors} authors in ${comments} comments; ${limit} are allowed.`
