#compdef scale-explorer
# Completion of scale-explorer for zsh. The program itself says what may stand at the cursor; a word
# there is told up to a tab, and :files stands for the names of files.

_scale-explorer() {
    local word meaning files=0
    local -a whole begun
    local line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
    while IFS=$'\t' read -r word meaning; do
        case $word in
            (:files) files=1 ;;
            (*[:=]) begun+=("${word//:/\\:}:$meaning") ;;
            (*) whole+=("${word//:/\\:}:$meaning") ;;
        esac
    done < <(${(Q)~words[1]} complete "$line" 2>/dev/null)
    local found=1
    (( $#whole )) && _describe -V 'choice' whole && found=0
    (( $#begun )) && _describe -V 'beginning' begun -S '' && found=0
    if (( files )); then
        compset -P '*='
        _files && found=0
    fi
    return found
}

# The file may be one of $fpath, and then is the function itself, or be read by eval.
if [[ $funcstack[1] == _scale-explorer ]]; then
    _scale-explorer "$@"
else
    compdef _scale-explorer scale-explorer
fi
