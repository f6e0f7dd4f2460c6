/** The thread that checks signatures. */
import { parentPort } from 'node:worker_threads'
import { checkSignature } from '@taonet/frame'
import type { SignatureTask } from './verifier.ts'

parentPort?.on('message', ({ id, signature, message, signer }: SignatureTask & { id: number }) => {
  parentPort?.postMessage({ id, holds: checkSignature(signature, message, signer) })
})
