import { renderErrorPage } from '../../../src/web/error-page.view'
import { renderIndexPage } from '../../../src/web/index-page.view'
import { renderReceiptPage } from '../../../src/web/receipt-page.view'
import { attributeValues } from './html-skeleton'
import { errorPage, indexPage, receiptPage, site } from './sample-pages'

describe('The receipt page', () => {
  const render = (change: Partial<typeof receiptPage> = {}) =>
    renderReceiptPage({ ...receiptPage, ...change })
  const withStatus = (status: typeof receiptPage.comment.status) => ({
    comment: { ...receiptPage.comment, status },
  })

  it('says what became of the comment, why, who decided and when', () => {
    const html = render()
    expect(html).toContain('<h1>Your comment was not published</h1>')
    expect(html).toContain('It contains a word that this site does not publish.')
    expect(html).toContain('Decided automatically by the rules of this site on')
    expect(html).toContain('2 May 2026, 11:59 UTC')
    expect(html).toContain('My words')
  })

  it('offers to edit, to delete and to appeal, with plain forms', () => {
    const html = render()
    expect(attributeValues(html, 'action').toSorted()).toEqual([
      '/receipts/secret-receipt/appeal',
      '/receipts/secret-receipt/delete',
      '/receipts/secret-receipt/edit',
    ])
    expect(attributeValues(html, 'method')).toEqual(['post', 'post', 'post'])
    expect(html).toMatch(/<textarea id="edit-body" name="body"[^>]*>My words<\/textarea>/)
    expect(html).toMatch(/<textarea id="appeal-text" name="text"/)
  })

  it('offers only what is still possible', () => {
    const published = render({
      ...withStatus('approved'),
      statement: null,
      appeal: null,
      editableUntil: null,
    })
    expect(attributeValues(published, 'action')).toEqual(['/receipts/secret-receipt/delete'])
    expect(published).toContain('href="/sites/demo/articles/ferry?comment=mine#comment-mine"')
    const deleted = render({ ...withStatus('deleted'), statement: null, appeal: null })
    expect(deleted).toContain('You deleted this comment')
    expect(deleted).not.toMatch(/<form|My words/)
  })

  it.each(['pending', 'held'] as const)('tells the author of a %s comment to wait', (status) => {
    const html = render({ ...withStatus(status), statement: null, appeal: null })
    expect(html).toContain('<h1>Your comment is awaiting moderation</h1>')
  })

  it('says what became of an appeal', () => {
    const sentAt = new Date('2026-05-02T11:59:30Z')
    expect(render({ appeal: { sentAt, answeredAt: null } })).toContain('has not answered yet')
    const answered = render({ appeal: { sentAt, answeredAt: receiptPage.now } })
    expect(answered).toContain('A moderator answered on')
    expect(attributeValues(answered, 'action').join()).not.toContain('appeal')
  })

  it('shows errors beside their field and keeps what was typed', () => {
    const html = render({ errors: { body: 'Please enter your comment!' }, values: { body: ' ' } })
    expect(html).toContain('<a href="#edit-body">Please enter your comment!</a>')
    expect(html).toMatch(/id="edit-body"[^>]+aria-describedby="edit-body-error edit-hint"[^>]*> </)
  })

  it('stays out of search engines and referrers', () => {
    expect(render()).toContain('<meta name="robots" content="noindex"/>')
    expect(render()).toContain('<meta name="referrer" content="same-origin"/>')
  })
})

describe('The error page', () => {
  it('says what happened in plain words and keeps the reader’s text', () => {
    const html = renderErrorPage({
      ...errorPage,
      kept: { author: 'Jo', body: 'My <long> text' },
      backHref: '/sites/demo/articles/ferry',
    })
    expect(html).toContain('<h1>Too many at once</h1>')
    expect(html).toContain('My &lt;long> text</textarea>')
    expect(html).toContain('href="/sites/demo/articles/ferry"')
  })

  it('has nothing to keep when nothing was typed', () => {
    expect(renderErrorPage({ ...errorPage, status: 404 })).not.toContain('<textarea')
  })
})

describe('The index page', () => {
  it('lists articles with their comments', () => {
    const html = renderIndexPage(indexPage)
    expect(html).toContain('<a href="/sites/demo/articles/ferry">Ferry runs all winter</a>')
    expect(html).toContain('aria-label="2 comments: Ferry runs all winter">2 comments</a>')
    expect(html).toContain('First paragraph.')
    expect(html).toContain('<title>Gazette</title>')
  })

  it('names its sites when there are several', () => {
    const html = renderIndexPage({
      ...indexPage,
      sites: [...indexPage.sites, { ...site, name: 'Courier', articles: [] }],
    })
    expect(html).toContain('<title>Postbag</title>')
    expect(html).toContain('>Courier</h2>')
    expect(html).toContain('This site has no articles yet.')
  })

  it('says so when there is none', () => {
    expect(renderIndexPage({ ...indexPage, sites: [] })).toContain('No site yet')
  })
})
