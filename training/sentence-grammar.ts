import { pick, type Random } from './random'

/** What a name in braces stands for, made anew each time. */
export type Fillers = Record<string, (random: Random) => string>

const innermostChoice = /\[([^[\]]*)\]/g

function withChoices(pattern: string, random: Random): string {
  const chosen = pattern.replace(innermostChoice, (_, ways: string) => {
    const [first = '', ...others] = ways.split('|')
    return pick(random, [first, ...others])
  })
  return chosen === pattern ? chosen : withChoices(chosen, random)
}

/**
 * A sentence of a pattern: of "[one|other]" one is drawn, "{sum}" is filled in; choices may hold choices.
 * Throws for a name that no filler has.
 */
export function sentenceOf(pattern: string, fillers: Fillers, random: Random): string {
  return withChoices(pattern, random)
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const filler = fillers[name]
      if (filler === undefined) throw new Error(`Nothing fills {${name}}.`)
      return filler(random)
    })
    .replace(/ +/g, ' ')
    .trim()
}
