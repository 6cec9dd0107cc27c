/** A page of the demo site: a file in `demo/` and what a scraped page does not say of itself. */
export type DemoArticle = {
  file: string
  /** What `slugOf` makes of its headline; comments point to it. */
  slug: string
  section: string
  tags: string[]
  publishedMinutesAgo: number
}

export const quay = 'quay-street-to-close-to-cars-on-saturdays-from-may'
export const bus = 'night-bus-returns-after-four-years-and-the-first-one-was-full'
export const book = 'library-book-comes-home-after-71-years-with-a-note-inside'
export const pool = 'swimmers-asked-to-count-crabs-before-the-tidal-pool-is-dredged'

export const demoArticles: DemoArticle[] = [
  {
    file: 'tidal-pool.txt',
    slug: pool,
    section: 'Coast',
    tags: ['harbour', 'nature'],
    publishedMinutesAgo: 6020,
  },
  {
    file: 'overdue-book.txt',
    slug: book,
    section: 'Town',
    tags: ['library', 'history'],
    publishedMinutesAgo: 3350,
  },
  {
    file: 'night-bus.txt',
    slug: bus,
    section: 'Transport',
    tags: ['buses', 'county'],
    publishedMinutesAgo: 1960,
  },
  {
    file: 'quay-street.txt',
    slug: quay,
    section: 'Council',
    tags: ['traffic', 'market'],
    publishedMinutesAgo: 560,
  },
]

/** For the demo site's banks: words that are held, and words that are not published. */
export const demoSuspectWords = ['numpty', 'numpties', 'backhander', 'brown envelope']
export const demoBlockedWords = ['pillock', 'pillocks']
