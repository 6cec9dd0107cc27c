import { languageOf } from '../../../src/scoring/language'
import { loadLanguageDetector } from '../../../src/scoring/language.store'

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
