import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { countWords } from '../text/words.ts'
import { CorpusError, documentOf, loadCorpus, OWN_CORPUS, sentencesOf } from './corpus.ts'
import { drawTask } from './draw-task.ts'

const OPTIONS = { kind: 'extractive', lang: 'en' } as const
const own = await loadCorpus(fileURLToPath(OWN_CORPUS))

test('the own collection: 25 documents of 250 to 500 words, headings left out', () => {
  assert.equal(own.documents.length, 25)
  for (const document of own.documents) {
    const text = sentencesOf(document).join(' ')
    const size = countWords(text)
    assert.ok(size >= 250 && size <= 500, `${document.name} has ${size} words`)
    assert.ok(sentencesOf(document).length >= 15, document.name)
  }
  assert.match(sentencesOf(own.documents[0]!)[0]!, /^Near the French town/)
})

test('markdown is read for its words', () => {
  const markdown = [
    '---',
    'title: x',
    '---',
    '# A *fine* heading',
    '',
    'Some **bold** [link](http://a.b) and `code` here. ![pic](x.png) Next one!',
    '```js',
    'const hidden = 1.',
    '```',
    '- An item.',
    '- Second item.',
    '| a | b |',
    '> Quoted <b>text</b>.',
  ].join('\n')
  assert.deepEqual(documentOf('a.md', markdown).paragraphs, [
    ['Some bold link and code here.', 'Next one!'],
    ['An item.'],
    ['Second item.', 'Quoted text.'],
  ])
})

test('control characters of a file do not get through', () => {
  const [paragraph] = documentOf('a.txt', '\uFEFFRed \u001b[31malarm.\u0007 Next one.').paragraphs
  assert.deepEqual(paragraph, ['Red [31malarm.', 'Next one.'])
})

test('a folder of the user is read with its subfolders, in order of names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'))
  try {
    await assert.rejects(loadCorpus(folder), CorpusError)
    await assert.rejects(loadCorpus(join(folder, 'missing')), CorpusError)
    const text = Array.from({ length: 9 }, (_, i) => `Sentence number ${i} stands here.`).join(' ')
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'sub', 'b.md'), text)
    await writeFile(join(folder, 'a.txt'), text)
    await writeFile(join(folder, 'short.txt'), 'One. Two.')
    await writeFile(join(folder, 'c.pdf'), text)
    const { documents, background } = await loadCorpus(folder)
    assert.deepEqual(
      documents.map(({ name }) => name),
      ['a.txt', 'sub/b.md'],
    )
    assert.equal(background.documents, 2)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a seed stands for one task, other seeds for others', () => {
  assert.deepEqual(drawTask(own, 'a', OPTIONS), drawTask(own, 'a', OPTIONS))
  const ids = new Set(Array.from({ length: 60 }, (_, i) => drawTask(own, `${i}`, OPTIONS).docId))
  assert.equal(ids.size, 60)
})

test('every task can be answered, leaves something out and hides its trap', () => {
  let traps = 0
  for (let i = 0; i < 300; i++) {
    const task = drawTask(own, `t${i}`, { ...OPTIONS, kind: 'mixed' })
    const sizes = task.sentences.map(countWords)
    const total = sizes.reduce((a, b) => a + b, 0)
    assert.ok(task.sentences.length >= 16, `${task.sentences.length} sentences`)
    assert.ok(sizes.some((size) => size <= task.maxWords))
    assert.ok(task.maxWords <= total / 2)
    if (task.trap === undefined) continue
    traps++
    assert.ok(task.sentences[task.trap.index]!.includes(task.trap.token))
    assert.ok(task.trap.index > 0)
  }
  assert.ok(traps > 10 && traps < 60, `${traps} traps`)
})
