# How each library for Windows is built: build_NAME runs in the unpacked source. Sourced by scripts/build-windows-libraries, with
# `prefix`, `target` and `jobs` set.
all_libraries=(libsodium openssl curl icu googletest)
declare -A needs=([curl]="openssl")

# cmake_install [OPTION...]
cmake_install() {
  cmake -S . -B build-windows -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/cmake/windows.cmake" -DCMAKE_BUILD_TYPE=MinSizeRel \
    -DCMAKE_INSTALL_PREFIX="$prefix/root" "$@"
  cmake --build build-windows -j "$jobs"
  cmake --install build-windows --strip
}

build_libsodium() {
  autoreconf -fi
  ./configure --host="$target" --prefix="$prefix/root" --enable-shared --disable-static --disable-dependency-tracking CFLAGS=-Os
  make -j "$jobs"
  make install
}

# No configuration is read by itself: "C:\ssl\openssl.cnf" could be anybody's. What no server of today wants is left out.
build_openssl() {
  local without=() feature
  for feature in tests engine legacy ui-console dso autoload-config aria bf camellia cast cms cmp ct dtls idea md4 mdc2 rc2 rc4 \
    scrypt seed siphash sm2 sm3 sm4 srp ssl3 ts whirlpool gost; do
    without+=("no-$feature")
  done
  env -u CC ./Configure mingw64 --cross-compile-prefix="$target-" shared "${without[@]}" --prefix="$prefix/root" --libdir=lib \
    --openssldir="C:/Program Files/Madoguchi/ssl" -Os
  make -j "$jobs" build_libs
  make install_dev
}

# OpenSSL rather than Windows' own TLS, so that what is said of certificates is the same everywhere; the certificates come from
# Windows (CURLSSLOPT_NATIVE_CA), never from a file that lay on the machine that built this.
build_curl() {
  cmake_install -DHTTP_ONLY=ON -DCURL_USE_OPENSSL=ON -DUSE_WIN32_IDN=ON -DCURL_CA_BUNDLE=none -DCURL_CA_PATH=none \
    -DBUILD_CURL_EXE=OFF -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF -DCURL_ZLIB=OFF -DCURL_BROTLI=OFF -DCURL_ZSTD=OFF \
    -DCURL_USE_LIBSSH2=OFF -DCURL_USE_LIBPSL=OFF -DUSE_NGHTTP2=OFF -DENABLE_MANUAL=OFF -DCURL_WERROR=OFF
}

build_icu() {
  local source=$PWD/source
  cp "$root/packaging/windows/icu/CMakeLists.txt" .
  cmake_install -DICU_SOURCE="$source"
}

build_googletest() {
  cmake_install -DBUILD_SHARED_LIBS=OFF
}
