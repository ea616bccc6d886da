#!/bin/sh
# Measures isnad beside Hugo: `bench.sh`, `N=1000 bench.sh`, `bench.sh --smoke`; see README.md.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export PYTHONDONTWRITEBYTECODE=1
case " $* " in
*" --search "*)
  PAGEFIND_BINARY_PATH=$(sh "$here/../../scripts/pagefind.sh")
  export PAGEFIND_BINARY_PATH
  ;;
esac
# N may name several sizes.
exec python3 "$here/run.py" ${N:+--articles $N} "$@"
