#!/bin/sh
# Makes the certificates of the three nodes once: an authority of their own, whose certificate alone goes to those who connect.
set -eu
[ -f /trust/ca.crt ] && exit 0
cd /certificates
# Of an earlier time, or of a making that was broken off: the tool keeps what it finds, and says so without failing.
rm -rf ca kurrentdb1 kurrentdb2 kurrentdb3
es-gencert-cli create-ca
for node in kurrentdb1 kurrentdb2 kurrentdb3; do
  es-gencert-cli create-node -days 825 -out "./$node" -ip-addresses 127.0.0.1 -dns-names "$node,localhost"
  chown -R 1000:1000 "$node"
  chmod 600 "$node/node.key"
done
chmod 600 ca/ca.key
cp ca/ca.crt /trust/ca.crt
chmod 644 /trust/ca.crt
