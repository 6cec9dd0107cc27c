import type {
  ArticlePageModel,
  CommentView,
  FormModel,
  ReceiptPageModel,
} from '../../../src/web/page-models'

/** Page models with plain values, for tests to change. */
export const now = new Date('2026-05-02T12:00:00Z')
const assets = { stylesheetHref: '/assets/site-1.css', iconHref: '/assets/icon-1.svg' }
export const site = { slug: 'demo', name: 'Gazette', language: 'en' }

export const comment = (id: string, parentId: string | null = null): CommentView => ({
  id,
  parentId,
  author: `Author of ${id}`,
  body: `Text of ${id}`,
  createdAt: new Date('2026-05-02T11:30:00Z'),
  mayReply: true,
})

export const emptyForm: FormModel = {
  action: '/sites/demo/articles/ferry/comments',
  cancelHref: '/sites/demo/articles/ferry#comments',
  values: { author: '', body: '' },
  errors: {},
  challenge: { token: 'to.ken', question: '4 + 5 =', words: 'four plus five' },
  websiteFieldName: 'website2',
}

export const articlePage: ArticlePageModel = {
  ...assets,
  site,
  article: {
    slug: 'ferry',
    title: 'Ferry runs all winter',
    section: 'Harbour',
    paragraphs: ['First paragraph.', 'Second paragraph.'],
    publishedAt: new Date('2026-05-01T08:05:00Z'),
  },
  comments: [comment('one'), comment('two', 'one')],
  total: 2,
  sort: 'newest',
  form: emptyForm,
  own: null,
  canonicalUrl: 'https://news.example/sites/demo/articles/ferry',
  now,
}

export const receiptPage: ReceiptPageModel = {
  ...assets,
  site,
  article: { slug: 'ferry', title: 'Ferry runs all winter' },
  receipt: 'secret-receipt',
  comment: {
    id: 'mine',
    author: 'Jo',
    body: 'My words',
    createdAt: new Date('2026-05-02T11:58:00Z'),
    status: 'rejected',
  },
  statement: {
    text: 'It contains a word that this site does not publish.',
    decidedBy: 'rules',
    decidedAt: new Date('2026-05-02T11:59:00Z'),
  },
  editableUntil: new Date('2026-05-02T12:13:00Z'),
  appeal: 'open',
  now,
}

export const errorPage = { ...assets, status: 429 }
export const indexPage = {
  ...assets,
  now,
  sites: [
    {
      ...site,
      articles: [
        {
          slug: 'ferry',
          title: 'Ferry runs all winter',
          section: 'Harbour',
          publishedAt: now,
          commentCount: 2,
          summary: 'First paragraph.',
        },
      ],
    },
  ],
}
