/** Shells that complete `hanse`. */
export const SHELLS = ['bash', 'zsh'] as const
export type Shell = (typeof SHELLS)[number]

/** How a shell calls this very program, words quoted. */
export interface Program {
  readonly words: readonly string[]
}

export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/**
 * The script asks the program at each Tab, so it knows the commands of the version that is installed. Where no `hanse` can be called, it
 * makes one.
 */
export function completionScript(shell: Shell, { words }: Program): string {
  const program = words.map(shellQuoted).join(' ')
  return (shell === 'bash' ? BASH : ZSH).replaceAll('@PROGRAM@', () => program)
}

const HANSE = `__hanse_program() {
  @PROGRAM@ "$@"
}
command -v hanse >/dev/null 2>&1 || hanse() { __hanse_program "$@"; }
`

/** The first line of an answer is none, files or folders; each other one a candidate, a tab and what it is. */
const BASH = `# Completion of hanse for bash. In ~/.bashrc: source FILE
${HANSE}
# Bash splits words at = and : too; here a word ends at a blank outside of quotes. Nothing of the line is run.
__hanse_split() {
  local text=$1 quote= character= word= index isQuoted=
  words=()
  for ((index = 0; index < \${#text}; index++)); do
    character=\${text:index:1}
    if [[ -n $quote ]]; then
      if [[ $character == "$quote" ]]; then quote=; else word+=$character; fi
    elif [[ $character == "'" || $character == '"' ]]; then
      quote=$character isQuoted=1
    elif [[ $character == \\\\ ]]; then
      index=$((index + 1))
      word+=\${text:index:1}
    elif [[ $character == [[:blank:]] ]]; then
      if [[ -n $word$isQuoted ]]; then words+=("$word"); fi
      word= isQuoted=
    else
      word+=$character
    fi
  done
  words+=("$word")
}
__hanse_complete() {
  local answer= candidate= paths= action=file kept= end=\${2-}
  local -a words
  __hanse_split "\${COMP_LINE:0:COMP_POINT}"
  COMPREPLY=()
  answer=$(__hanse_program completion suggest -- "\${words[@]:1}" 2>/dev/null) || return
  paths=\${answer%%$'\\n'*}
  # What bash replaces is what stands after the last = or :.
  [[ $end == [=:] ]] && end=
  kept=\${words[\${#words[@]} - 1]}
  kept=\${kept%"$end"}
  while IFS=$'\\t' read -r candidate _; do
    [[ -n $candidate ]] && COMPREPLY+=("\${candidate#"$kept"}")
  done <<<"\${answer#"$paths"}"
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[=:] ]]; then compopt -o nospace 2>/dev/null; fi
  if [[ $paths != none ]]; then
    [[ $paths == folders ]] && action=directory
    while IFS= read -r candidate; do
      COMPREPLY+=("$candidate")
    done < <(compgen -A "$action" -- "$end")
    compopt -o filenames 2>/dev/null
  fi
}
complete -F __hanse_complete hanse
`

const ZSH = `#compdef hanse
# Completion of hanse for zsh. In ~/.zshrc, after compinit: source FILE
${HANSE}
__hanse_complete() {
  local answer line candidate about kind
  local -a found open
  answer="$(__hanse_program completion suggest -- "\${(@Q)words[2,CURRENT - 1]}" "\${(Q)PREFIX}" 2>/dev/null)" || return 1
  kind="\${answer%%$'\\n'*}"
  for line in "\${(@f)answer#$kind}"; do
    [[ -n $line ]] || continue
    candidate="\${line%%$'\\t'*}" about="\${line#*$'\\t'}"
    if [[ $candidate == *= ]]; then open+=("\${candidate//:/\\\\:}\${about:+:$about}")
    else found+=("\${candidate//:/\\\\:}\${about:+:$about}"); fi
  done
  (( \${#open} )) && _describe -t hanse hanse open -S ''
  (( \${#found} )) && _describe -t hanse hanse found
  [[ $kind == files ]] && _files
  [[ $kind == folders ]] && _files -/
  return 0
}
(( \${+functions[compdef]} )) || { autoload -Uz compinit && compinit -u; }
compdef __hanse_complete hanse
`
