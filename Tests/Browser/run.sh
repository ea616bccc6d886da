#!/usr/bin/env bash
# Tests a built site in a real browser and by validators:
#
#   bash Tests/Browser/run.sh SITE_FOLDER [PYTEST_OPTION…]
#
# ISNAD=path/to/isnad adds the tests that build a site of hostile content. What is missing is
# installed: Python packages into .build/browser-venv, the browser and Java by scripts/require.sh.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
venv="$root/.build/browser-venv"

if [ $# -lt 1 ] || [ ! -f "$1/index.html" ]; then
  echo "usage: bash Tests/Browser/run.sh SITE_FOLDER [PYTEST_OPTION…]" >&2
  echo "SITE_FOLDER is a built site: it has an index.html." >&2
  exit 2
fi
site="$(cd "$1" && pwd)"
shift
if [ -n "${ISNAD:-}" ]; then
  ISNAD="$(cd "$(dirname "$ISNAD")" && pwd)/$(basename "$ISNAD")"
  export ISNAD
fi

sh "$root/scripts/require.sh" python browser java
# The list of packages is copied when all are there, so that a broken installation is mended.
if ! cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  echo "Installing the browser tests' Python packages…"
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/requirements.txt"
fi

cd "$here"
SITE="$site" PYTHONDONTWRITEBYTECODE=1 exec "$venv/bin/python" -m pytest "$@"
