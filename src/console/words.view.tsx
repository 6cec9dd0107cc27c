import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { english } from './words/en/english'
import type { Words } from './words/words'

/** The language of the page that is being written. */
export const WordsContext = createContext<Words>(english)

export const useWords = (): Words => useContext(WordsContext)
