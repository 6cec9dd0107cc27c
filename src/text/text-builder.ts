import type { TextView } from './text-view'

/** Collects the UTF-16 units of a view, each with the span of the raw text that it came from. */
export class TextBuilder {
  private codes: Uint16Array
  private starts: Uint32Array
  private ends: Uint32Array
  length = 0

  constructor(capacity: number) {
    const size = Math.max(16, capacity)
    this.codes = new Uint16Array(size)
    this.starts = new Uint32Array(size)
    this.ends = new Uint32Array(size)
  }

  push(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.grow()
    this.codes[this.length] = code
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length++
  }

  /** Every unit of `text` stands for the same stretch of the raw text. */
  pushText(text: string, start: number, end: number): void {
    for (let index = 0; index < text.length; index++) this.push(text.charCodeAt(index), start, end)
  }

  /** The unit `back` places before the end (1 is the last); 0 when there is none. */
  last(back: number): number {
    return this.codes[this.length - back] ?? 0
  }

  /** Lets the last unit also stand for the raw text up to `end`. */
  stretchTo(end: number): void {
    if (this.length > 0) this.ends[this.length - 1] = end
  }

  view(): TextView {
    const bytes = Buffer.from(this.codes.buffer, this.codes.byteOffset, this.length * 2)
    return {
      text: bytes.toString('utf16le'),
      starts: this.starts.slice(0, this.length),
      ends: this.ends.slice(0, this.length),
    }
  }

  private grow(): void {
    const size = this.codes.length * 2
    const [codes, starts, ends] = [this.codes, this.starts, this.ends]
    this.codes = new Uint16Array(size)
    this.starts = new Uint32Array(size)
    this.ends = new Uint32Array(size)
    this.codes.set(codes)
    this.starts.set(starts)
    this.ends.set(ends)
  }
}
