import { type ComponentChildren, createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { useWords } from './words.view'

/** Whether who reads the page wants hard words covered. */
export const MaskContext = createContext(false)

/**
 * A word that stays out of sight and out of a screen reader's way until it is asked for: under the
 * pointer, under the focus of a keyboard, or switched on. A plain switch, so it needs no script.
 */
const MaskedWord = ({ children }: { children: string }): VNode => (
  <label class="mask">
    <input type="checkbox" class="mask-switch" aria-label={useWords().card.masked} />
    <span class="masked-word">{children}</span>
  </label>
)

/** What rules or scores point at: covered where that is wanted. */
export const Pointed = ({ text }: { text: string }): ComponentChildren =>
  useContext(MaskContext) ? <MaskedWord>{text}</MaskedWord> : text

/** As the languages of the console quote, and the names of banks in conditions. */
const quotation = /((?:list\(|pattern\()?(?:"[^"]+"|„[^“]+“|“[^”]+”|«[^»]+»))/
/** Names of banks; the last two every site has. */
const hidesNothing = /^(?:list|pattern)\(|^.(?:blocked|suspect).$/

/** A sentence of ours that quotes what was typed or looked for: the quotations are covered. */
export function Quoting({ text }: { text: string }): ComponentChildren {
  if (!useContext(MaskContext)) return text
  return (
    <>
      {text.split(quotation).map((part, index) => {
        const isCovered = index % 2 === 1 && !hidesNothing.test(part)
        return isCovered ? <MaskedWord>{part.slice(1, -1)}</MaskedWord> : part
      })}
    </>
  )
}
