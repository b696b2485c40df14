/** What a user can do something about: printed as two lines, without a stack. */
export class SetupError extends Error {
  constructor(message, hint) {
    super(message)
    this.name = 'SetupError'
    this.hint = hint
  }
}
