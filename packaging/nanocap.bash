# SPDX-License-Identifier: Apache-2.0
# bash completion for nanocap
_nanocap() {
    local current=$2 previous=$3
    case $previous in
    --precision) mapfile -t COMPREPLY < <(compgen -W "fp32 fp16 int8" -- "$current"); return ;;
    --min-available) mapfile -t COMPREPLY < <(compgen -W "auto" -- "$current"); return ;;
    --language) mapfile -t COMPREPLY < <(compgen -W "en ko" -- "$current"); return ;;
    --theme) mapfile -t COMPREPLY < <(compgen -W "dark light" -- "$current"); return ;;
    --models | --screenshot | --frames) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
    --captions | --source-timeout | --size) return ;;
    esac
    if [ "${current#-}" != "$current" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(nanocap --help 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u) --help --version" -- "$current")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -F _nanocap nanocap
