/** The part of `ws` 8 that the server and its tests use; the package ships no types. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events'
  import type { IncomingMessage } from 'node:http'
  import type { Duplex } from 'node:stream'

  export type RawData = Buffer | ArrayBuffer | Buffer[]

  export interface ClientOptions {
    readonly headers?: Readonly<Record<string, string>>
    readonly origin?: string
    readonly autoPong?: boolean
    readonly maxPayload?: number
    readonly perMessageDeflate?: boolean
  }

  export class WebSocket extends EventEmitter {
    static readonly OPEN: 1
    constructor(address: string, options?: ClientOptions)
    readonly readyState: 0 | 1 | 2 | 3
    readonly bufferedAmount: number
    readonly isPaused: boolean
    send(data: string | Uint8Array, sent?: (error?: Error) => void): void
    send(data: string | Uint8Array, options: { binary: boolean }): void
    ping(): void
    pause(): void
    resume(): void
    close(code?: number, reason?: string): void
    terminate(): void
    on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): this
    on(event: 'close', listener: (code: number, reason: Buffer) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'open' | 'ping' | 'pong', listener: () => void): this
    on(
      event: 'unexpected-response',
      listener: (request: unknown, response: IncomingMessage) => void,
    ): this
  }

  export interface ServerOptions {
    readonly noServer: true
    readonly maxPayload: number
    readonly perMessageDeflate: boolean
    readonly clientTracking: boolean
  }

  export class WebSocketServer extends EventEmitter {
    constructor(options: ServerOptions)
    handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      opened: (socket: WebSocket, request: IncomingMessage) => void,
    ): void
    close(): void
  }
}
