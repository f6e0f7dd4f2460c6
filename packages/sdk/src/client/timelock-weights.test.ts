import { test } from 'node:test'
import vectors from '../../../../vectors/runtime-425/epoch-commit-reveal.json' with { type: 'json' }
import { revealRoundChecks } from '../../test/vectors/reveal-rounds.ts'

for (const { name, run } of revealRoundChecks(vectors)) test(`as the client library: ${name}`, run)
