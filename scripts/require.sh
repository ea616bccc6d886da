#!/bin/sh
# Sees to it that the tools which the project needs are there, and installs what is missing:
#
#   scripts/require.sh swift cmark python
#
# swift    Swift 6.1 or later; only looked for, never installed
# cmark    libcmark with its headers, and pkg-config, which finds it
# python   python3 with pip and venv, for the tests and the benchmark
# browser  Chromium or Chrome (CHROMIUM names another), and Arabic letters, for the browser tests
# java     a Java runtime, for the Nu checker among the browser tests
#
# Packages come from apt (Debian, Ubuntu) or brew (macOS, Linux). Where there is neither, it says
# what to install by hand. It does nothing when all is there.
set -eu

say() { printf '%s\n' "$*"; }
fail() {
  printf 'require: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    fail "root is needed to run: $*"
  fi
}

# install WHAT "APT PACKAGES" "BREW PACKAGES" "BY HAND"
install() {
  if has apt-get; then
    say "Installing $1: apt-get install $2"
    # The lists of a fresh machine are empty.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $2 >/dev/null 2>&1 ||
      { as_root apt-get update -qq >/dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $2 >/dev/null; } ||
      fail "apt-get could not install $2; install $4 by hand"
  elif has brew; then
    say "Installing $1: brew install $3"
    # shellcheck disable=SC2086
    brew install --quiet $3 || fail "brew could not install $3; install $4 by hand"
  else
    fail "$1 is missing, and there is neither apt-get nor brew: install $4 by hand"
  fi
}

has_cmark() { has pkg-config && pkg-config --exists libcmark; }
has_python() { python3 -c 'import ensurepip, pip, venv' >/dev/null 2>&1; }

require_swift() {
  has swift || fail "Swift is missing: install 6.1 or later from https://www.swift.org/install/"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' |
    head -n 1)
  [ -n "$version" ] || fail "swift --version does not say which version it is"
  major=${version%%.*}
  minor=${version#*.}
  if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
    fail "Swift is $version, and 6.1 or later is needed: see https://www.swift.org/install/"
  fi
}

require_cmark() {
  has_cmark && return
  install "libcmark and pkg-config" "libcmark-dev pkg-config" "cmark pkgconf" \
    "the CommonMark library cmark (with headers and libcmark.pc) and pkg-config"
  has_cmark || fail "libcmark is installed, but pkg-config does not find it (PKG_CONFIG_PATH?)"
}

require_python() {
  has_python && return
  install "python3 with pip and venv" "python3 python3-pip python3-venv" "python" \
    "Python 3 with pip and venv"
  has_python || fail "python3 is installed, but its modules pip, venv or ensurepip are missing"
}

has_browser() {
  [ -x "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome ||
    has google-chrome-stable || [ -d "/Applications/Google Chrome.app" ] ||
    [ -d "/Applications/Chromium.app" ]
}
# macOS has Arabic letters; elsewhere fontconfig knows.
has_letters() { ! has fc-list || [ -n "$(fc-list :lang=ar family)" ]; }
# macOS has a java that only says where to get one, so that it must be run to be believed.
has_java() { java -version >/dev/null 2>&1; }

require_browser() {
  has_browser && has_letters && return
  install "a browser" "chromium fonts-noto-core" "google-chrome" \
    "Chromium or Chrome (or name one in CHROMIUM) and an Arabic typeface"
  has_browser || fail "a browser was installed, but is not found: name it in CHROMIUM"
}

require_java() {
  has_java && return
  install "a Java runtime" "default-jre-headless" "temurin" "a Java runtime, 11 or later"
  has_java || fail "Java is installed, but java does not run"
}

[ $# -gt 0 ] || fail "say what is needed: swift, cmark, python, browser, java"
for tool in "$@"; do
  case $tool in
  swift | cmark | python | browser | java) "require_$tool" ;;
  *) fail "$tool is nothing that this script knows: swift, cmark, python, browser, java" ;;
  esac
done
