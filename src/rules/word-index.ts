import type { Word } from '../text/words'
import type { WordEntry } from './word-entry'

/** A line of a bank, as its owner wrote it. */
export type EntryRef = { bank: string; entry: string }

type Prefixes = { lengths: number[]; refs: Map<string, EntryRef[]> }
type Node = { refs: EntryRef[]; next: Map<string, Node>; prefixes: Prefixes }
/** Branches by UTF-16 unit, which is quicker to read than a character. */
type InsideNode = { refs: EntryRef[]; next: Map<number, InsideNode> }

/** Many word lists as one tree of words, so that a comment is walked once for all of them. */
export type WordIndex = { root: Node; inside: InsideNode }

/** Told of every entry found and where: UTF-16 offsets in the view. */
export type Found = (ref: EntryRef, start: number, end: number) => void

const noPrefixes: Prefixes = { lengths: [], refs: new Map() }
const noNext: Map<string, Node> = new Map()

// Leaves are the most: they share one empty map until something is added behind them.
function newNode(): Node {
  return { refs: [], next: noNext, prefixes: noPrefixes }
}

export function newWordIndex(): WordIndex {
  return { root: newNode(), inside: { refs: [], next: new Map() } }
}

function childOf(node: Node, word: string): Node {
  const known = node.next.get(word)
  if (known !== undefined) return known
  if (node.next === noNext) node.next = new Map()
  const child = newNode()
  node.next.set(word, child)
  return child
}

function addPrefix(node: Node, prefix: string, ref: EntryRef): void {
  if (node.prefixes === noPrefixes) node.prefixes = { lengths: [], refs: new Map() }
  const { lengths, refs } = node.prefixes
  if (!lengths.includes(prefix.length)) lengths.push(prefix.length)
  const known = refs.get(prefix)
  if (known) known.push(ref)
  else refs.set(prefix, [ref])
}

function addInside(index: WordIndex, text: string, ref: EntryRef): void {
  let node = index.inside
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    const child = node.next.get(unit) ?? { refs: [], next: new Map() }
    node.next.set(unit, child)
    node = child
  }
  node.refs.push(ref)
}

/** Adds an entry to the index, in place. */
export function addEntry(index: WordIndex, entry: WordEntry, ref: EntryRef): void {
  if (entry.kind === 'inside') {
    addInside(index, entry.text, ref)
    return
  }
  const last = entry.words.length - 1
  let node = index.root
  for (const [place, word] of entry.words.entries()) {
    if (place === last && entry.isPrefix) addPrefix(node, word, ref)
    else node = childOf(node, word)
  }
  if (!entry.isPrefix) node.refs.push(ref)
}

/** Entries that are exactly this one word. */
export function entriesOf(index: WordIndex, word: string): readonly EntryRef[] {
  return index.root.next.get(word)?.refs ?? []
}

function tellPrefixes(node: Node, from: Word, word: Word, found: Found): void {
  for (const length of node.prefixes.lengths) {
    if (length > word.text.length) continue
    const refs = node.prefixes.refs.get(word.text.slice(0, length)) ?? []
    for (const ref of refs) found(ref, from.start, word.end)
  }
}

function walkFrom(index: WordIndex, words: readonly Word[], first: number, found: Found): void {
  const from = words[first]
  let node: Node | undefined = index.root
  for (let place = first; from && node && place < words.length; place++) {
    const word = words[place]
    if (!word) return
    if (node.prefixes !== noPrefixes) tellPrefixes(node, from, word, found)
    node = node.next.get(word.text)
    for (const ref of node?.refs ?? []) found(ref, from.start, word.end)
  }
}

/** Finds every entry that stands in the words of a text, as whole words. */
export function findWords(index: WordIndex, words: readonly Word[], found: Found): void {
  for (let first = 0; first < words.length; first++) walkFrom(index, words, first, found)
}

function insideAt(index: WordIndex, text: string, start: number, found: Found): void {
  let node: InsideNode | undefined = index.inside
  for (let end = start; node && end < text.length; end++) {
    node = node.next.get(text.charCodeAt(end))
    for (const ref of node?.refs ?? []) found(ref, start, end + 1)
  }
}

/** Finds every entry that is looked for inside words. */
export function findInside(index: WordIndex, text: string, found: Found): void {
  if (index.inside.next.size === 0) return
  for (let start = 0; start < text.length; start++) insideAt(index, text, start, found)
}
