# Shared by the scripts: what is missing is installed, what is built is built the same way.
# Sourced with `root` set to the top folder.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# need_packages LIST...: installs the Debian packages of packaging/debian/LIST-packages.txt that are
# missing; silent and quick where none is.
need_packages() {
  local list package missing=()
  for list in "$@"; do
    while read -r package; do
      # Something that the machine already brings in another way counts as there.
      case "$package" in
        nodejs) command -v node >/dev/null && continue ;;
        npm) command -v npm >/dev/null && continue ;;
      esac
      dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
        missing+=("$package")
    done < <(grep -v '^#' "$root/packaging/debian/$list-packages.txt")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing ${#missing[@]} missing Debian packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing and only root can install them: ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build PRESET [TARGET...]: configures where that has not been done, and builds.
build() (
  cd "$root"
  preset=$1; shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
  [ $# -eq 0 ] || set -- --target "$@"
  cmake --build --preset "$preset" "$@"
)
