# How each library for Windows is built: build_NAME runs in the unpacked source. Sourced by scripts/build-windows-libraries, with
# `prefix`, `target` and `jobs` set.
all_libraries=(qt6-base qt6-svg libsodium openssl curl icu qpdf libheif googletest cpp-httplib)
declare -A needs=([qt6-svg]="qt6-base" [curl]="openssl" [qpdf]="zlib libjpeg-turbo" [libheif]="libde265")

# cmake_install [OPTION...]
cmake_install() {
  cmake -S . -B build-windows -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/cmake/windows.cmake" -DCMAKE_BUILD_TYPE=MinSizeRel \
    -DCMAKE_INSTALL_PREFIX="$prefix/root" "$@"
  cmake --build build-windows -j "$jobs"
  cmake --install build-windows --strip
}

# Only what the client and its tests link; without tablets with pens, because Debian leaves out the header of their maker (a pen
# is a mouse then). Direct2D stays: without it DirectWrite has no font engine; direct2d1_1 is for
# another platform plugin. No TLS, no HTTP: that is libcurl's.
build_qt6_base() {
  local off=() feature
  for feature in sql dbus xml concurrent opengl vulkan openssl schannel ssl http networkdiskcache dnslookup udpsocket sctp gssapi \
    sspi networklistmanager topleveldomain direct2d1_1 icu zstd system_zlib system_pcre2 system_freetype system_harfbuzz \
    system_png system_jpeg system_doubleconversion fontconfig glib movie gif ico textodfwriter textmarkdownreader \
    textmarkdownwriter undocommand qmake androiddeployqt systemtrayicon cups islamiccivilcalendar jalalicalendar sharedmemory tabletevent; do
    off+=("-DFEATURE_$feature=OFF")
  done
  CXXFLAGS=-g0 CFLAGS=-g0 cmake_install -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" \
    -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_BENCHMARKS=OFF \
    -DINPUT_opengl=no -DQT_QMAKE_TARGET_MKSPEC=win32-g++ "${off[@]}"
}

# Without compressed pictures: Qt's own zlib and that of qpdf, whose header it would find, have different names.
build_qt6_svg() {
  CXXFLAGS=-DQT_NO_COMPRESS cmake_install -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" \
    -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF
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
    seed siphash sm2 sm3 sm4 srp ssl3 ts whirlpool gost; do
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

# Debian's archive is without the maker's own files for Windows.
build_zlib() {
  cp "$root/packaging/windows/zlib/CMakeLists.txt" .
  cmake_install
}

build_libjpeg_turbo() {
  cmake_install -DENABLE_SHARED=OFF -DENABLE_STATIC=ON -DWITH_SIMD=OFF -DWITH_TURBOJPEG=OFF
}

# The library alone. Its header for AES leaves to others what MinGW's do not do: to declare uint32_t.
build_qpdf() {
  sed -i -E '/^add_subdirectory\((qpdf|libtests|examples|zlib-flate|manual|fuzz)\)$/d' CMakeLists.txt
  CXXFLAGS="-include cstdint" cmake_install -DBUILD_SHARED_LIBS=OFF -DBUILD_STATIC_LIBS=ON -DUSE_IMPLICIT_CRYPTO=OFF -DREQUIRE_CRYPTO_NATIVE=ON \
    -DBUILD_DOC=OFF -DINSTALL_EXAMPLES=OFF -DINSTALL_MANUAL=OFF -DINSTALL_PKGCONFIG=ON
  sed -i 's/^Requires.private/Requires/' "$prefix/root/lib/pkgconfig/libqpdf.pc"  # a static library
}

build_libde265() {
  cmake_install -DBUILD_SHARED_LIBS=ON -DENABLE_SDL=OFF -DENABLE_DECODER=OFF -DENABLE_ENCODER=OFF -DDISABLE_SSE=OFF
}

# A decoder and no encoder.
build_libheif() {
  cmake_install -DBUILD_SHARED_LIBS=ON -DWITH_LIBDE265=ON -DWITH_X265=OFF -DWITH_AOM_DECODER=OFF -DWITH_AOM_ENCODER=OFF \
    -DWITH_DAV1D=OFF -DWITH_RAV1E=OFF -DWITH_SvtEnc=OFF -DWITH_EXAMPLES=OFF -DENABLE_PLUGIN_LOADING=OFF
}

build_googletest() {
  cmake_install -DBUILD_SHARED_LIBS=OFF
}

# One header; a service of the tests' own.
build_cpp_httplib() {
  install -m 644 httplib.h "$prefix/root/include/"
  printf '%s\n' "Name: cpp-httplib" "Description: HTTP in one header" "Version: $(field cpp-httplib 2)" "Requires: openssl" \
    "Libs: -lws2_32 -lcrypt32" "Cflags: -I$prefix/root/include -DCPPHTTPLIB_OPENSSL_SUPPORT" >"$prefix/root/lib/pkgconfig/cpp-httplib.pc"
}
