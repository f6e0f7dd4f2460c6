/** The thread that checks signatures. */
import { parentPort } from 'node:worker_threads'
import { checkSignature } from '@taonet/frame'
import type { Answer, SignatureTask } from './verifier.ts'

parentPort?.on('message', ({ id, signature, message, signer }: SignatureTask & { id: number }) => {
  const startedAt = performance.now()
  const holds = checkSignature(signature, message, signer)
  const answer: Answer = { id, holds, tookMs: performance.now() - startedAt }
  parentPort?.postMessage(answer)
})
