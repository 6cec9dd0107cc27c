import { languageOf, languageOfViews } from '../../../src/scoring/language'
import { loadLanguageDetector } from '../../../src/scoring/language.store'
import { viewsOf } from '../../../src/text/views'

test.each([
  ['Die Gemeinde hätte vorher mit den Leuten reden sollen.', 'de'],
  ['La commune aurait dû parler avec les habitants avant.', 'fr'],
  ['The council should have talked to the people first.', 'en'],
  ['시청은 먼저 주민들과 이야기했어야 합니다.', 'ko'],
  ['كان على المجلس أن يتحدث مع السكان أولا', 'ar'],
  ['Rada powinna była najpierw porozmawiać z mieszkańcami.', 'pl'],
])('%p is %p on an English site', async (text, expected) => {
  const detect = await loadLanguageDetector()
  expect(languageOf(text.toLowerCase(), 'en', detect)).toBe(expected)
})

const disguises: Record<string, string> = {
  ...{ a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', j: 'ј', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у' },
}
const disguised = (text: string) => text.replace(/[a-z]/g, (letter) => disguises[letter] ?? letter)

test.each([
  'The council should have talked to the people first.',
  'Nobody who lives near the harbour believes a word of this.',
  'You are a pathetic clown and your whole party is a joke.',
])('%p in look-alike letters is English on any site', async (text) => {
  const detect = await loadLanguageDetector()
  for (const site of ['en', 'ru', 'pl']) {
    expect(languageOfViews(viewsOf(disguised(text)), site, detect)).toBe('en')
  }
})

test.each([
  ['Городской совет должен был сначала поговорить с жителями.', 'ru'],
  ['Міська рада мала спершу поговорити з мешканцями, а не будувати.', 'uk'],
  ['Το δημοτικό συμβούλιο έπρεπε πρώτα να μιλήσει με τους κατοίκους.', 'el'],
  ['Градско веће је прво требало да разговара са људима који ту живе.', 'sr'],
  ['Совет опять шлёт SMSки всем, кто живёт у старой гавани, и молчит.', 'ru'],
  ['시청은 먼저 iPhone을 쓰는 주민들과 이야기했어야 합니다.', 'ko'],
])('%p stays %p', async (text, expected) => {
  const detect = await loadLanguageDetector()
  for (const site of ['en', expected]) {
    expect(languageOfViews(viewsOf(text), site, detect)).toBe(expected)
  }
})
