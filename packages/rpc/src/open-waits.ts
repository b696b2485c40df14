import type { ServerResponse } from 'node:http'

/** Calls over HTTP that wait for something, so that a server that stops can end them. */
export class OpenWaits {
  readonly #controllers = new Set<AbortController>()

  /** Aborted when the client goes or the server stops. */
  signalOf(response: ServerResponse): AbortSignal {
    const controller = new AbortController()
    if (response.closed) controller.abort()
    this.#controllers.add(controller)
    response.once('close', () => {
      this.#controllers.delete(controller)
      controller.abort()
    })
    return controller.signal
  }

  abortAll(): void {
    for (const controller of this.#controllers) controller.abort()
  }
}
