@rem npm scripts begin with "exec", so that signals reach them and not a shell in between; here is its meaning on Windows.
@%*
