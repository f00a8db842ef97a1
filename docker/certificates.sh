#!/bin/sh
# Creates the certificates of the three nodes, once. They have their own certificate authority. Clients get only
# the certificate of that authority.
set -eu
[ -f /trust/ca.crt ] && exit 0
cd /certificates
# Remove the results of an earlier or interrupted run: the tool keeps existing files and does not fail.
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
