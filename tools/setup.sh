# Sourced by tools/demo, tools/test and .ci/run: installs what is missing and builds. Needs bash.
#
#   CLAIMGRAPH_SKIP_INSTALL=1   installs nothing: the packages are there, whatever dpkg says

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say TEXT...: what is going on, on stderr.
say() { printf '== %s\n' "$*" >&2; }

# die TEXT...: the first line says what failed, the others what to do.
die() {
  printf 'error: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# listed_packages FILE...: the packages in the lists, without comments.
listed_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"; }

# missing_packages FILE...: those of the listed packages that are not installed.
missing_packages() {
  local installed
  # shellcheck disable=SC2046  # one word a package
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' $(listed_packages "$@") 2>/dev/null |
    sed -n 's/ installed$//p') || true
  listed_packages "$@" | grep -vxF -e "$installed" || true
}

# as_root COMMAND...: runs it as root, asking for a password only where somebody can type one.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# install_packages FILE...: installs what is missing of the listed packages; quick when nothing is.
install_packages() {
  [ "${CLAIMGRAPH_SKIP_INSTALL:-}" != 1 ] || return 0
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || die \
    'this system has no dpkg and apt-get; the packages are listed for Debian 12' \
    'install what tools/apt-packages.txt lists by your own means, then run' \
    "  CLAIMGRAPH_SKIP_INSTALL=1 $0"
  local missing log
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086  # one word a package
  set -- $missing
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || die \
    "without sudo only root can install the packages that are missing: $*" \
    'as root, run' "  apt-get update && apt-get install --no-install-recommends $*" "then again $0"
  say "installing $*"
  log=$(mktemp)
  if as_root apt-get update >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log" >&2
  die "apt-get failed (its last lines are above, all of them in $log)" \
    'is there a network, and is this Debian 12 or newer? By hand, as root:' \
    "  apt-get update && apt-get install --no-install-recommends $*" "then again $0"
}

# configure FOLDER OPTION...: meson setup, unless FOLDER has one already; ninja sees to changes after that.
configure() {
  local folder=$1
  shift
  [ ! -f "$folder/build.ninja" ] || return 0
  say "configuring $folder; the first build takes some minutes"
  local log="$folder.log"
  mkdir -p "$folder"
  meson setup "$folder" "$root" "$@" >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    die "meson could not configure $folder (its last lines are above, all of them in $log)" \
      "if a package is missing, install it; if the folder is stale, delete it: rm -r $folder" "then again $0"
  }
  rm -f "$log"
}

# build FOLDER TARGET...: quiet when there is nothing to do.
build() {
  local folder=$1
  shift
  ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do' && return 0
  say "building in $folder"
  ninja -C "$folder" "$@" >&2 || die "the build failed; the compiler's messages are above" \
    "if they make no sense, start over: rm -r $folder, then again $0"
}
