import { type Truths, truthsOf } from './evaluations'
import type { Recipe } from './recipe'
import type { Data } from './rows'

export type CalibrationRows = Truths & { fittedOn: string }

function calmNews(data: Data): Truths {
  const rows = data.toxicDev.filter(({ source, toxic }) => source === 'fox' && toxic === 0)
  return { rows, truths: rows.map(() => 0) }
}

function joined(...parts: Truths[]): Truths {
  return {
    rows: parts.flatMap(({ rows }) => rows),
    truths: parts.flatMap(({ truths }) => truths),
  }
}

function toxicNews(data: Data): Truths {
  const rows = data.toxicDev.filter(
    ({ source, toxic }) => source === 'civil_spans' || (source === 'fox' && toxic === 1),
  )
  return { rows, truths: rows.map(() => 1) }
}

/**
 * Development rows on which a head's numbers are made probabilities: news comments where there are
 * any, else the head's own development rows. Never the news that may only be measured on.
 */
export function calibrationRows(recipe: Recipe, data: Data): CalibrationRows {
  if (recipe.name === 'toxicity.en') {
    return {
      ...joined(toxicNews(data), calmNews(data)),
      fittedOn: 'civil_spans and fox development rows',
    }
  }
  if (recipe.score === 'spam') {
    const ham = data.toxicDev.filter(({ source }) =>
      ['fox', 'civil_spans', 'cad', 'wiki_ctx'].includes(source),
    )
    return {
      ...joined(truthsOf(recipe, data.spamDev), { rows: ham, truths: ham.map(() => 0) }),
      fittedOn: 'spam development rows; fox, civil_spans, cad and wiki_ctx as ham',
    }
  }
  if (recipe.course !== 'english') {
    const rows = data.multiDev.filter(({ lang }) => lang === recipe.course)
    return { ...truthsOf(recipe, rows), fittedOn: `${recipe.course} development rows` }
  }
  return {
    ...joined(truthsOf(recipe, data.toxicDev), calmNews(data)),
    fittedOn: 'English development rows with this label; calm fox comments without it',
  }
}
