# Shared by the scripts: what is missing is installed, what is built is built the same way.
# Sourced with `root` set to the top folder.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# part NAME COMMAND...: a part of a script; what it took is remembered for report_parts, which a script that
# this one goes over to can call too.
part() {
  local name=$1 started=$SECONDS before=$(processor_seconds); shift
  say "$name"
  "$@"
  MADOGUCHI_PARTS+=$(printf '%-44s %3d:%02d min, %5d s of processors' "$name" $(((SECONDS - started) / 60)) \
    $(((SECONDS - started) % 60)) $(($(processor_seconds) - before)))$'\n'
}
export MADOGUCHI_PARTS=${MADOGUCHI_PARTS:-}

# Of this script's commands that have ended (proc(5), cutime and cstime, in hundredths).
processor_seconds() {
  local fields
  read -ra fields <"/proc/$$/stat"
  echo $(((fields[15] + fields[16]) / 100))
}

report_parts() { printf '%s' "$MADOGUCHI_PARTS"; }

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

# What the tests need besides what they build.
prepare_tests() {
  need_packages build run test
  cmp -s "$root/tests/package-lock.json" "$root/tests/node_modules/.installed-lock" && return 0
  say "Installing the independent JOSE library for the tests"
  (cd "$root/tests" && npm ci --no-audit --no-fund --silent)
  cp "$root/tests/package-lock.json" "$root/tests/node_modules/.installed-lock"
}
