import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { refusal } from './dispatcher.ts'
import { type Failure, failure } from './errors.ts'

/** Not imported: an import of node:http makes all of its exports, and with one of them Node's whole fetch. */
const { STATUS_CODES } = createRequire(import.meta.url)('node:http') as typeof import('node:http')

/** RFC 9110 §11.6.1: how to say who one is. */
export const AUTHENTICATE = 'Bearer realm="hanse"'

export const JSON_CONTENT_TYPE = 'application/json; charset=utf-8'

/** A refusal before any JSON was read. */
export interface RawRefusal {
  readonly status: number
  readonly failure: Failure
}

/** Nothing where the client has gone. */
export function sendJson(response: ServerResponse, status: number, text: string): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': JSON_CONTENT_TYPE, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

export function refuseResponse(response: ServerResponse, { status, failure: refused }: RawRefusal): void {
  if (status === 401) response.setHeader('www-authenticate', AUTHENTICATE)
  sendJson(response, status, refusal(refused))
}

/** How long a client may take to take its refusal, in ms. */
const REFUSAL_GRACE_MS = 1_000

/** Answers on the bare socket, and closes it: one that only ends stays for as long as its client likes. */
export function refuseSocket(socket: Duplex, { status, failure: refused }: RawRefusal): void {
  const body = refusal(refused)
  const grace = setTimeout(() => socket.destroy(), REFUSAL_GRACE_MS)
  socket.on('error', () => socket.destroy())
  const authenticate = status === 401 ? `www-authenticate: ${AUTHENTICATE}\r\n` : ''
  socket.once('close', () => clearTimeout(grace))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n${authenticate}content-type: ${JSON_CONTENT_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  )
}

/** What the HTTP parser could not read, or did not get in time, in the form of every other error. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable || isBeforeHandshake(socket)) {
    socket.destroy()
    return
  }
  refuseSocket(socket, unreadable(error))
}

/** What is written before the end of a TLS handshake waits for it, for ever where there is none. */
function isBeforeHandshake(socket: Duplex): boolean {
  return socket instanceof TLSSocket && socket.getCipher() === undefined
}

function unreadable({ code, message }: NodeJS.ErrnoException): RawRefusal {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, failure: failure('rpc/request-timed-out') }
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, failure: failure('rpc/bad-http', { message: 'the headers are too long' }) }
    default:
      return { status: 400, failure: failure('rpc/bad-http', { message }) }
  }
}
