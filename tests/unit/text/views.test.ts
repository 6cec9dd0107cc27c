import { rawSpan, type TextView } from '../../../src/text/text-view'
import { viewsOf } from '../../../src/text/views'

function norm(text: string): string {
  return viewsOf(text).norm.text
}

function skeleton(text: string): string {
  return viewsOf(text).skeleton.text
}

/** What the reader typed where the view says `word`. */
function typedAs(raw: string, view: TextView, word: string): string {
  const at = view.text.indexOf(word)
  const span = rawSpan(view, at, at + word.length)
  return raw.slice(span.start, span.end)
}

describe('the plain reading of a text', () => {
  test.each([
    ['lower case', 'You BASTARD', 'you bastard'],
    ['full-width letters', 'ｂａｓｔａｒｄ！', 'bastard!'],
    ['mathematical letters', '𝐛𝐚𝐝 𝔟𝔞𝔡 𝕓𝕒𝕕 𝚋𝚊𝚍', 'bad bad bad bad'],
    ['ligatures', 'ﬁne oﬃce', 'fine office'],
    ['circled letters', 'Ⓑⓐⓓ', 'bad'],
    ['zero-width characters', 'b\u200ba\u200cd\u200d \ufeffb\u2060a\u00add', 'bad bad'],
    ['variation selectors and tags', 'b\ufe0fa\u{e0061}d', 'bad'],
    ['direction marks', '\u202ebad\u202c', 'bad'],
    ['control characters', 'b\u0000a\u0007d', 'bad'],
    ['conjoining fillers', 'b\u115fa\u1160d', 'bad'],
    ['blanks that look like a gap', 'you\u3164bad\u2800one\u00a0now', 'you bad one now'],
    ['strokes over letters', 'b\u0336a\u0337d\u0338', 'bad'],
    ['piled-up marks', 'b\u0301\u0302\u0303\u0304\u0305a\u0311\u0312\u0313\u0314d', 'bad'],
    ['apostrophes', 'don’t donʼt don`t don´t', "don't don't don't don't"],
    ['line breaks', 'one\r\ntwo\tthree', 'one\r\ntwo\tthree'],
  ])('sees through %s', (_, typed, expected) => {
    expect(norm(typed)).toBe(expected)
  })

  test.each([
    ['decimal', 'b&#97;d', 'bad'],
    ['hexadecimal', '&#x62;&#X61;d', 'bad'],
    ['without semicolon', 'b&#97d', 'bad'],
    ['named', '&lt;b&gt; &amp; caf&eacute; 5&nbsp;&euro;', '<b> & café 5 €'],
    ['decoded once only', '&amp;lt;', '&lt;'],
    [
      'not one at all',
      'AT&T & co &; &#; &#x; &nosuchname; &amp',
      'at&t & co &; &#; &#x; &nosuchname; &amp',
    ],
    ['no character', '&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ])('decodes character references: %s', (_, typed, expected) => {
    expect(norm(typed)).toBe(expected)
  })

  test.each([
    ['Russian', 'мы живём в большом городе, йод', 'мы живём в большом городе, йод'],
    ['decomposed Russian', 'и\u0306 е\u0308', 'й ё'],
    ['Greek', 'Ελλάδα ΟΔΟΣ ᾧ', 'ελλάδα οδοσ ᾧ'],
    ['Thai', 'ไม่ดีเลย กำลัง', 'ไม่ดีเลย กําลัง'],
    ['Devanagari', 'हिन्दी कि्षि', 'हिन्दी कि्षि'],
    ['Vietnamese', 'Tiếng Việt', 'tiếng việt'],
    ['decomposed Vietnamese', 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'tiếng việt'],
    ['Hebrew with points', 'שָׁלוֹם', 'שָׁלוֹם'.normalize('NFKC')],
    ['Arabic', 'السلام عليكم', 'السلام عليكم'],
    ['Korean', '한국어 \u1112\u1161\u11ab', '한국어 한'],
    ['half-width kana', 'ﾊﾞｶ', 'バカ'],
    ['German', 'Größe Straße STRASSE ẞ', 'größe straße strasse ß'],
    ['Turkish', 'İstanbul ISPARTA ı', 'istanbul isparta ı'],
  ])('leaves %s as it is written', (_, typed, expected) => {
    expect(norm(typed)).toBe(expected)
  })

  test('makes halves of surrogate pairs visible and keeps whole ones', () => {
    expect(norm('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀')
  })

  test.each([
    ['İstanbul', 'istanbul', 'İstanbul'],
    ['oﬃce', 'office', 'oﬃce'],
    ['x ｂａｄ y', 'bad', 'ｂａｄ'],
    ['x b\u200ba\u200bd y', 'bad', 'b\u200ba\u200bd'],
    ['x 𝐛𝐚𝐝 y', 'bad', '𝐛𝐚𝐝'],
    ['x b&#97;d y', 'bad', 'b&#97;d'],
    ['😀 bad', 'bad', 'bad'],
    ['cafe\u0301!', 'café', 'cafe\u0301'],
  ])('leads back from the view to the text as typed: %s', (typed, word, expected) => {
    expect(typedAs(typed, viewsOf(typed).norm, word)).toBe(expected)
  })
})

describe('the reading behind disguises', () => {
  test.each([
    ['leet', 'b4st4rd a55hole sh!t cl0wn g4rb4g3', 'bastard asshole shit clown garbage'],
    ['signs at the edge', '$hit a$$ @ss 1diot idi0t', 'shit ass ass idiot idiot'],
    ['spaced letters', 'you s p a m here', 'you spam here'],
    ['dotted letters', 'a l.i.a.r', 'a liar'],
    ['other gaps', 's-p-a-m s*p*a*m s_p_a_m s🔥p🔥a🔥m', 'spam spam spam spam'],
    ['letters in brackets', '(s)(p)(a)(m)', '(spam)'],
    ['two spaced words', 'b a d  m a n', 'bad  man'],
    ['stretched words', 'sooooo goooood', 'soo good'],
    ['mixed Cyrillic and Latin', 'сlown pаypal', 'clown paypal'],
    ['mixed Greek capitals', 'ΒΑSΤΑRD', 'bastard'],
    [
      'a whole look-alike in a Latin text',
      'what a ѕоре of a man this is',
      'what a sope of a man this is',
    ],
    ['small capitals', 'ᴄʟᴏᴡɴ', 'clown'],
    ['letters in squares and circles', '🅑🅐🅓 🇧 🇦 🇩', 'bad bad'],
    ['Latin diacritics', 'ïdïöt Łódź straße', 'idiot lodz strasse'],
  ])('undoes %s', (_, typed, expected) => {
    expect(skeleton(typed)).toBe(expected)
  })

  test.each([
    ['plain words', 'the committee will not see the balloon again!'],
    ['units', '1st 2nd 5pm 4k 3d 5kg'],
    ['numbers', '1-0, 2-1 and 3-3 in 2024'],
    ['codes', 'covid19 g20 mp3 l8'],
    ['abbreviations', 'e.g. the u.k. and i'],
    ['mail addresses', 'write to anna.b@example.com today'],
    ['exclamations', 'wow! great! yes!!'],
    ['web addresses', 'www.example.com'],
    ['flags', '🇩🇪🇫🇷'],
    ['Russian', 'мы живём в городе, сор и рот, привет'],
    ['Greek', 'ελλάδα και κύπροσ, το νερό'],
    ['Serbian in a Latin text', 'reka sava i grad ниш nisu daleko'],
    ['Thai', 'ไม่ดีเลย'],
    ['Hindi', 'हिन्दी'],
    ['Chinese', '今天天气很好'],
  ])('leaves %s alone', (_, text) => {
    expect(skeleton(text)).toBe(text)
  })

  test('is the plain reading itself when there is nothing to undo', () => {
    const views = viewsOf('Nothing is hidden in this sentence, is it?')
    expect(views.skeleton).toBe(views.norm)
  })

  test.each([
    ['you s.p.a.m here', 'spam', 's.p.a.m'],
    ['so idiooooot!', 'idioot', 'idiooooot'],
    ['a b4st4rd.', 'bastard', 'b4st4rd'],
    ['die Straße', 'strasse', 'Straße'],
    ['🇧 🇦 🇩!', 'bad', '🇧 🇦 🇩'],
    ['b\u200b4\u200bd', 'bad', 'b\u200b4\u200bd'],
  ])('leads back to the text as typed: %s', (typed, word, expected) => {
    expect(typedAs(typed, viewsOf(typed).skeleton, word)).toBe(expected)
  })
})
