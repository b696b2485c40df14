/** We cannot listen where we were told to, or must not. */
export class RpcListenFailure extends Error {
  override readonly name = 'RpcListenFailure'
  readonly code: 'rpc/open-listener' | 'rpc/port-taken' | 'rpc/bad-certificate' | 'rpc/listen'
  readonly hint: string

  constructor(message: string, options: { readonly code: RpcListenFailure['code']; readonly hint: string; readonly cause?: unknown }) {
    super(message, options)
    this.code = options.code
    this.hint = options.hint
  }
}
