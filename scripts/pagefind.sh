#!/bin/sh
# Prints the path of Pagefind, which makes the full-text index; `isnad build --search` runs it where
# PAGEFIND_BINARY_PATH says so. What that names is taken as it is; else Pagefind is installed from
# PyPI into .build/pagefind-venv.
set -eu

version=1.5.2

if [ -n "${PAGEFIND_BINARY_PATH:-}" ]; then
  printf '%s\n' "$PAGEFIND_BINARY_PATH"
  exit
fi
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.build/pagefind-venv
python=$venv/bin/python
# The version is written when all is there, so that a broken installation is mended.
if [ "$(cat "$venv/installed" 2>/dev/null)" != "$version" ]; then
  sh "$root/scripts/require.sh" python >&2
  echo "Installing Pagefind…" >&2
  python3 -m venv --clear "$venv" >&2
  "$python" -m pip install --quiet --disable-pip-version-check "pagefind[bin]==$version" >&2
  printf '%s\n' "$version" >"$venv/installed"
fi
"$python" -c 'from pagefind.service import get_executable; print(get_executable())'
