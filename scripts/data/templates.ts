/**
 * New records with their fields explained. A test holds each against its schema, so that no field is forgotten or
 * misspelt.
 */

const SOURCES = (today: string) => `sources:
  # official pages first: law, ministries, then municipalities of the last two years
  - publisher: '' # who says so, in English: "Kawasaki City, Kanagawa"
    url: ''
    says: '' # what the page says about this, in our own words, never copied
    page_date: null # the page's own date: '2026-05-01', '2026-05' or '2026'; null if it shows none
    checked: '${today}' # the day you read it
    # evidence_only: true # for copies, archives, proxies, blogs: they support, and are never a link
confidence: medium # high: two independent sources or the law itself; medium: one good one; low: kept and never shown
checked: '${today}'
`;

export const TEMPLATES = {
  fact: (id: string, today: string) => `id: ${id}
topic: '' # a word to group by: moving, certificates, card-validity …
statement:
  en: '' # one sentence; {${id}} stands for the value with its unit
unit: none # yen, days, months, years, birthdays, tries, characters, digits, minutes, percent, phone, time, date, none
periods:
  # one line for each time in which a value held; until: null = no end known; from: null = the start was not looked for
  - { from: null, until: null, value: null } # value: a number, a text, or null for a bare rule
applies_to: '' # for whom it holds
# exceptions:
#   - id: children
#     en: Not for children.
# disagreement: '' # where sources disagree: both readings, in our words
${SOURCES(today)}`,

  term: (id: string, today: string) => `id: ${id}
ja: '' # as it stands on Japanese pages
kana: '' # the reading in hiragana
group: '' # card, certificates-pins, residence-status, moving, family-register, insurance, pension, tax, …
variants: [] # other spellings of the same word, two characters or more
# context: # where the characters must not be taken for the word
#   unless: '' # a regular expression for a longer string around it
#   needs: '' # one that the same paragraph must contain; required for words of one or two characters
#   match: '' # a text in which the word must be found
#   no_match: '' # and one in which it must not
gloss:
  en: '' # the official English where there is one
gloss_source: null # who uses this English; null: our own wording
meaning:
  en: '' # what it is, in one plain sentence
office:
  en: '' # what the counter means by it, and does with it
facts: [] # ids of facts that these sentences rest on
confusable: [] # - { id: other-word, en: 'why it is another thing' }
wrong: [] # - { language: en, text: 'a known wrong translation' }
${SOURCES(today)}`,

  benefit: (id: string, today: string) => `id: ${id}
ja: ''
category: '' # as in the other files
status: active # active, partial, planned, ended
from: null # '2026-05-01', '2026-05' or '2026'; null if not known
until: null # required when it has ended
title:
  en: ''
what:
  en: '' # what one can do with it, in a sentence or two
worth:
  en: '' # what it saves, in a few words; no number where none is honest
  # facts: []
audience:
  statuses: [national, permanent, special-permanent, highly-skilled-2, limited-stay]
  situations: [] # it ranks higher for these: employee, self-employed, student, parent, newborn, driver, …
  only: false # true: hidden from people who have said otherwise
weight: 3 # 1 to 5: how much an ordinary year with the card gets out of it
needs: [card] # card, user-certificate, signature-certificate, input-assist, smartphone, reader, registration
limits: [] # - { id: hours, en: 'Not at night.', facts: [] }
start: null # the official page on which one begins
${SOURCES(today)}`,

  concern: (id: string, today: string) => `id: ${id}
topic: '' # safety, privacy, money, daily-life, insurance …
weight: 3 # 1 to 5: how many people it troubles
worry:
  en: '' # the question, in the person's own voice
short:
  en: '' # the honest answer, in a sentence or two
answer:
  en: '' # what stands against the worry
fair:
  en: '' # what is true in it
advice: [] # - { id: keep-paper, en: 'Keep the paper.' }
# statuses: [limited-stay] # if it is the worry of some only
${SOURCES(today)}`,

  claim: (id: string, today: string) => `id: ${id}
topic: ''
said:
  en: '' # what was said in July 2022, in our own words
verdict: changed # 'true' (with quotes), changed, ended, not-yet, unverified
now:
  en: '' # what holds today
  facts: []
since: null # since when: '2026-05-01', '2026-05' or '2026'
until: null
benefit: null # id of the benefit that tells more
${SOURCES(today)}`,

  figure: (id: string, today: string) => `id: ${id}
topic: ''
statement:
  en: '{figure} …' # {figure} stands for the value with its unit; the day is shown beside it
value: 0
unit: percent # percent, people, cards, cases, places, yen, times, days, minutes
as_of: '' # the day, month or year of the count
# note:
#   en: ''
${SOURCES(today)}`,

  procedure: (id: string, today: string) => `id: ${id}
ja: '' # what Japanese offices call it
title:
  en: '' # what the person does
# ended: # it is over, although the pages are still up
#   en: '' # when it ended and what took its place
gist: # the closed line; leave out what does not exist
  bring:
    en: ''
  cost:
    en: ''
about:
  en: '' # what this is, in two sentences
audience:
  statuses: [national, permanent, special-permanent, highly-skilled-2, limited-stay]
  # note:
  #   en: '' # who it is not for; children; adults under guardianship
recognise:
  seen: '${today}' # when you last looked at real pages
  topic: [['']] # groups of words; all words of one group stand in title, heading or breadcrumbs
  # alone: [] # broad words that name it only where title and heading tell nothing else
  path: [] # parts of addresses that point here; tenshutsu also stands for tensyutu and the like
  body: [] # words of which several follow the main heading
  not: [] # words in title or heading that belong to other subjects
  # yields: [] # procedures that come first where the headings tell of them and of no other
warnings: [] # - { id: too-late, kind: before, en: '', facts: [] }   kind: before or irreversible
who: # in the order of the switch: self, same-household, legal-representative, other-proxy
  - id: self
    bring:
      - id: card
        ja: マイナンバーカード
        needed: always # always, or if (then with a note that says when)
        en: My Number Card
pins: { counter: [], online: [] } # asked for: user-certificate, signature, resident-register, input-assist
steps: [] # - { id: go, en: '', facts: [] }
cost:
  en: ''
where:
  en: ''
  # ja: 市民課
takes:
  en: ''
by:
  deadlines: [] # kinds of docs/deadlines.md
  en: '' # {deadline.last} and other personal dates need an otherwise
phrases: [] # - { id: ask, en: '', ja: '｜漢字《かんじ》' }
mistakes: []
varies: [] # what differs between offices
next: [] # what comes after
related: []
start: [] # - { url: 'https://…', name: '' }
terms: []
concerns: []
${SOURCES(today)}`,
} as const;
export type TemplateKind = keyof typeof TEMPLATES;

export const languageTemplate = (id: string) => `id: ${id}
name: '' # in the language itself
locale: ${id}
base: false # true only for languages that are complete
direction: ltr # or rtl
`;
