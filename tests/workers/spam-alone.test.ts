import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ trustProxy: 1 })
})
afterAll(() => postbag.stop())

const settings = '/sites/daily/settings'

type Sent = { author: string; body: string; from?: string }

/** What became of a comment, and what the score for spam did. */
async function outcomeOf({ from, ...comment }: Sent) {
  const { id, status } = await postbag.judged(comment, from)
  const card = (await postbag.admin('GET', `/comments/${id}`)).body
  const finding = card.findings.find(({ rule }: { rule: string }) => rule === 'score_spam')
  const { action: spam, facts } = finding ?? {}
  return { id, status, spam, sign: facts?.sign, value: card.evaluation.scores.spam }
}

let lastStranger = 0
/** A new name and a new network. */
function stranger(body: string): Sent {
  lastStranger++
  return { author: `Reader ${lastStranger}`, body, from: `203.0.${lastStranger}.7` }
}

async function statusOf(sent: Sent): Promise<string> {
  return (await postbag.judged({ author: sent.author, body: sent.body }, sent.from)).status
}

/** Posts one after the other, because the counts of each comment include the earlier ones. */
async function statusesOf(sent: readonly Sent[]): Promise<string[]> {
  const statuses: string[] = []
  for (const one of sent) statuses.push(await statusOf(one))
  return statuses
}

async function markedAsSpam(sent: Sent): Promise<void> {
  const { id } = await postbag.judged({ author: sent.author, body: sent.body }, sent.from)
  const done = await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'spam' })
  expect(done.status).toBe(201)
}

test('a spam score marks as spam only with a strong second sign, and never a comment that only cites a source', async () => {
  const cited = 'Check out this article https://www.theguardian.com/'
  const ofNewReader = await outcomeOf(stranger(`${cited}one`))
  expect(ofNewReader.value).toBeGreaterThan(0.95)
  expect(ofNewReader).toMatchObject({ status: 'held', spam: 'hold' })

  const advert = 'Check out my channel https://shop.example/'
  const ofNewcomer = await outcomeOf(stranger(`${advert}one`))
  expect(ofNewcomer.value).toBeGreaterThan(0.95)
  expect(ofNewcomer).toMatchObject({ status: 'held', spam: 'hold' })

  const seller = { author: 'Seller', from: '192.0.2.7' }
  await markedAsSpam({ ...seller, body: `${advert}two` })
  expect(await outcomeOf({ ...seller, body: `${advert}three` })).toMatchObject({
    ...{ status: 'spam', spam: 'spam', sign: 'spam_author' },
  })
  // only the link looks like spam
  expect(await outcomeOf({ ...seller, body: `${cited}two` })).toMatchObject({
    ...{ status: 'held', spam: 'hold' },
  })

  await postbag.admin('PATCH', settings, { allowed_domains: ['shop.example'] })
  expect(await outcomeOf({ ...seller, body: `${advert}four` })).toMatchObject({
    ...{ status: 'held', spam: 'hold' },
  })
  await postbag.admin('PATCH', settings, { allowed_domains: [] })
})

test.each([
  'Rest in peace, Mr Okafor.',
  'Happy New Year everyone!',
  'I totally agree with this.',
  '👍',
  'Покойся с миром, светлая память.',
  'Inna lillahi wa inna ilayhi raji’un',
  '恭喜恭喜，新年快乐',
])('W7: "%s" by many is never refused unseen', async (body) => {
  const statuses = await statusesOf([0, 1, 2].map(() => stranger(body)))
  expect(statuses).toEqual(['held', 'held', 'held'])
})

test('W7: a long text sent by many people, with or without a link, is never refused unseen', async () => {
  const campaign =
    'I object to the plan for the old hospital: the nearest ward would be forty minutes away, the last bus leaves at six, and nobody in this town was asked.'
  const linked = `${campaign} Sign here: https://petition.example/ward`
  const sent = [campaign, campaign, campaign, campaign, linked, linked, linked, linked]
  expect(new Set(await statusesOf(sent.map(stranger)))).toEqual(new Set(['held']))
})

const stall = 'My stall number is 114, call me on +7 701 555 01 23 if you lost the blue umbrella.'

test('W8: a stallholder who gives a phone number is never refused unseen', async () => {
  const outcome = await outcomeOf(stranger(stall))
  expect(outcome.value).toBeGreaterThan(0.95)
  expect(outcome).toMatchObject({ status: 'held', spam: 'hold' })
  // nor for giving the same answer to three readers
  const holder = { author: 'Stall 114', body: stall, from: '198.51.100.4' }
  expect(await statusesOf([holder, holder, holder, holder])).toEqual(Array(4).fill('held'))
})

const honest = [
  'Call Marat the plumber, +7 701 555 01 99, he came within the hour and took 8000.',
  'If anybody needs a good electrician: 0555 0142, ask for Colm. He fixed our fuse box for £40.',
  'Fresh plums at stall 7 tomorrow, 300 tenge a kilo, come before ten!',
  'We sell our old pram for 25 €, nearly new. Call 030 5550142 after six.',
  'Free tickets for the school concert: text your name to 0555 0177, first come first served.',
  'The number of the council is 0555 0100, ask for the parking office and win your fine back.',
  'Click on the second link in the article, it explains the offer of the bank much better.',
  'My channel has the video of the flood, somebody asked for it: https://video.example/flood',
  'Please subscribe to the newsletter of the library, they need 500 readers to keep the van.',
  'Congratulations to the winners! You deserve the prize of 1000 euros!!!',
  'Thank you so much!!! ❤️❤️❤️',
  '🎉🎉🎉 100 years!',
  'God bless you and your family. Amen 🙏',
  'Может, кто посоветует сантехника? Мне помог Серик, +7 701 555 01 44, взял недорого.',
  'Продаю место на рынке, 114-й ряд, звоните 8 701 555 01 23, торг уместен.',
  'С Новым годом, дорогие соседи! Здоровья и счастья всем!',
  'Жаңа жыл құтты болсын, ағайын! Баршаңызға денсаулық тілеймін.',
  'Danke an alle Helfer! Wer noch Möbel braucht: 0171 5550142, alles kostenlos.',
  'Merci à toute l’équipe, on peut me joindre au 06 55 50 14 20 pour les dons.',
  'Que en paz descanse. Para flores: 600 555 014, doña Carmen, 15 euros el ramo.',
]

test('W8: honest newcomers with numbers, prices, emoji, greetings and prayers are never refused unseen', async () => {
  const statuses = await Promise.all(honest.map((body) => statusOf(stranger(body))))
  const refused = honest.filter((_, index) => !['held', 'approved'].includes(statuses[index] ?? ''))
  expect(refused).toEqual([])
})

test('real adverts with a strong sign are refused unseen', async () => {
  const pills = (word: string) =>
    `Buy cheap ${word} pills online, order now with promo code SAVE at https://pills.example/${word}`
  // moderators have refused the domain
  await markedAsSpam(stranger(pills('blue')))
  await markedAsSpam(stranger(pills('red')))
  expect(await outcomeOf(stranger(pills('green')))).toMatchObject({
    ...{ status: 'spam', sign: 'refused_domain' },
  })

  // they have marked five comments from one network
  const earn = (town: string) => `Earn $5000 a week from home in ${town}, text WIN to 80085 now!!!`
  const rotating = (index: number, town: string) => ({
    ...{ author: `Name ${index}`, body: earn(town), from: `198.18.4.${index + 1}` },
  })
  for (const [index, town] of ['Ayr', 'Bonn', 'Cork', 'Dijon'].entries())
    await markedAsSpam(rotating(index, town))
  expect(await statusOf(rotating(4, 'Essen'))).toBe('held')
  await markedAsSpam(rotating(5, 'Faro'))
  expect(await outcomeOf(rotating(6, 'Graz'))).toMatchObject({
    ...{ status: 'spam', sign: 'spam_network' },
  })

  // the same advert repeatedly: caught by the score with copies first, later by the copies alone
  const followers =
    'Buy cheap followers and likes online, order now with promo code BOOST at https://boost.example'
  const seller = { author: 'Boost', body: followers, from: '198.18.5.9' }
  expect(await statusesOf([seller, seller, seller, seller])).toEqual([
    'held',
    'held',
    'spam',
    'spam',
  ])
  const rotated = [1, 2, 3, 4, 5, 6].map((name) => ({
    ...{ author: `Boost ${name}`, body: `${followers}/x`, from: '198.18.9.9' },
  }))
  expect(await statusesOf(rotated)).toEqual([...Array(5).fill('held'), 'spam'])
  const names = Array.from({ length: 11 }, (_, index) => ({
    author: `Name ${index}`,
    body: 'Unsere Kredite bekommen Sie sofort und ohne Prüfung: https://kredit.example',
    from: '198.18.6.9',
  }))
  expect(await statusesOf(names)).toEqual([...Array(10).fill('held'), 'spam'])
  const long =
    '我们提供最便宜的贷款，不需要任何证明，今天申请明天到账，利息全市最低，请立即联系我们的客服人员办理手续。'
  const lender = { author: '贷款', body: long, from: '198.18.7.9' }
  expect(await statusesOf([lender, lender, lender, lender])).toEqual([
    'held',
    'held',
    'held',
    'spam',
  ])

  // words and domains that the owner has blocked
  await postbag.admin('PATCH', settings, {
    blocked_domains: ['casino.example'],
    blocked_networks: ['198.18.8.0/24'],
  })
  expect(await statusOf(stranger('Spin now at https://casino.example'))).toBe('rejected')
  expect(await outcomeOf({ author: 'Zed', body: earn('Hull'), from: '198.18.8.1' })).toMatchObject({
    ...{ status: 'spam', sign: 'blocked_network' },
  })
})
