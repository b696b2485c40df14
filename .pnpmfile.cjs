// Node's binary packages state `os` and `cpu` as text, not as lists: unread, every platform's Node would be installed.
module.exports = { hooks: { readPackage } }

function readPackage(manifest) {
  for (const field of ['os', 'cpu']) {
    if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]]
  }
  return manifest
}
