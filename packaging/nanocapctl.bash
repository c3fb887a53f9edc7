# SPDX-License-Identifier: Apache-2.0
# bash completion for nanocapctl
_nanocapctl() {
    local current=$2 previous=$3 word command=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in -*) ;; *) command=$word; break ;; esac
    done
    compopt +o filenames 2>/dev/null
    case $previous in
    --precision) mapfile -t COMPREPLY < <(compgen -W "fp32 fp16 int8" -- "$current"); return ;;
    --min-available) mapfile -t COMPREPLY < <(compgen -W "auto" -- "$current"); return ;;
    --models | --compare) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
    --runs | --threads) return ;;
    esac
    if [ -z "$command" ] && [ "${current#-}" = "$current" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(nanocapctl --help 2>/dev/null | sed -n 's/^  \([a-z]\{1,\}\) .*/\1/p')" -- "$current")
    elif [ "${current#-}" != "$current" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(nanocapctl --help 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u) --help --version" -- "$current")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -F _nanocapctl nanocapctl
