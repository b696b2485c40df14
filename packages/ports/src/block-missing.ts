/** A block up to the head that the node does not have whole: what is damaged on its disk is fetched from its peers. */
export class BlockMissing extends Error {
  override readonly name = 'BlockMissing'
  readonly height: number

  constructor(height: number) {
    super(`block ${height} is damaged in this node’s store and not yet fetched from its peers`)
    this.height = height
  }
}
