#!/bin/sh
# Makes the golden certificates from golden.cnf anew, with keys that are thrown away at once. Serial
# numbers and validity are fixed, as the tests compare them. Run in this folder; needs openssl 3.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/golden.cnf" "$work"
cd "$work"
: > index.txt

openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 -utf8 -config golden.cnf \
  -subj "/C=JP/O=JPKI-TEST/OU=JPKI-TEST for digital signature/OU=Japan Agency for Local Authority Information Systems" \
  2> /dev/null
openssl req -new -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.csr -config golden.cnf 2> /dev/null
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout ec.key -out ec.csr \
  -config golden.cnf 2> /dev/null

# issue NAME SERIAL NOT_BEFORE NOT_AFTER REQUEST
issue() {
  echo "$2" > serial
  openssl ca -batch -notext -config golden.cnf -extensions "golden_$1" -startdate "$3" -enddate "$4" \
    -in "$5" -out "$1.pem" 2> /dev/null
  openssl x509 -in "$1.pem" -outform DER -out "$here/$1.der"
}

issue signing         0A1B2C3D4E 20260401000000Z 20310306145959Z rsa.csr
issue latin           01 20260401000000Z 20270331145959Z rsa.csr
issue alias           02 20260401000000Z 20270331145959Z rsa.csr
issue unknown_sex     03 20260401000000Z 20270331145959Z rsa.csr
issue birth_blank     04 20260401000000Z 20270331145959Z rsa.csr
issue birth_truncated 05 20260401000000Z 20270331145959Z rsa.csr
issue substituted     06 20260401000000Z 20270331145959Z rsa.csr
issue shuffled        07 20260401000000Z 20270331145959Z rsa.csr
issue malformed       08 20260401000000Z 20270331145959Z rsa.csr
issue authentication  FF00FF00FF00FF00 20260401000000Z 20510306145959Z rsa.csr
issue by_key_usage    09 20260401000000Z 20270331145959Z ec.csr
issue no_usage        0B 20260401000000Z 20270331145959Z rsa.csr
