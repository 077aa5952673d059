# Completion of scale-explorer for bash 3.2 and newer. The program itself says what may stand at
# the cursor; a word there is told up to a tab, and :files stands for the names of files.

_scale_explorer_files() { # what stays in front, and what of the word bash would replace
    local name kept=
    [[ $1 && $2 == "$1"* ]] && kept=$1
    compopt -o filenames -o default 2>/dev/null
    while IFS= read -r name; do
        COMPREPLY+=("$kept$name")
    done < <(compgen -f -- "${2#"$kept"}")
}

_scale_explorer() {
    local line=${COMP_LINE:0:COMP_POINT} program=${1/#\~/$HOME} kept word meaning
    # Bash parts words at signs such as the colon, and replaces only what stands behind the last.
    kept=${line##*[[:space:]]}
    kept=${kept%"$2"}
    COMPREPLY=()
    while IFS=$'\t' read -r word meaning; do
        if [[ $word == :files ]]; then
            _scale_explorer_files "$meaning" "$2"
        else
            COMPREPLY+=("${word#"$kept"}")
            [[ $word == *[:=] ]] && compopt -o nospace 2>/dev/null
        fi
    done < <("$program" complete "$line" 2>/dev/null)
}

complete -F _scale_explorer scale-explorer
