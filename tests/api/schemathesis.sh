#!/usr/bin/env bash
# Lets schemathesis loose on a server of its own: tests/api/schemathesis.sh KONGRESS SCHEMATHESIS FOLDER [OPTION…]
set -euo pipefail
kongress=$1 schemathesis=$2 work=$3
shift 3
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

port=18610
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
export KONGRESS_DATABASE_URL=${KONGRESS_DATABASE_URL:-sqlite://$work/api.sqlite} KONGRESS_LOG=warn
url=http://127.0.0.1:$port
root=$url/api/v1/congresses/owl-2028

"$kongress" congress add owl-2028 --name OWL --from 2028-03-09 --to 2028-03-09
KONGRESS_TOKEN=$("$kongress" token add schemathesis --permission congress.read --permission congress.write \
    --permission orders.read --permission orders.write --permission check-ins.write)
export KONGRESS_TOKEN
"$kongress" serve --listen "127.0.0.1:$port" >"$work/serve.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
for ((i = 0; i < 100; i++)); do
    curl -fs "$url/health" >/dev/null && break
    sleep 0.1
done

post() {
    curl -fsS -o /dev/null -H "Authorization: Bearer $KONGRESS_TOKEN" -H 'Content-Type: application/json' -d "$2" "$root/$1"
}
post categories '{"slug":"vor-ort","name":{"de":"Vor Ort"},"place":"on_site"}'
post categories '{"slug":"online","name":{"de":"Online"},"place":"online"}'
post quotas '{"slug":"saal","name":"Saal","size":100000,"categories":["vor-ort"]}'

code=0
"$schemathesis" --config-file tests/api/schemathesis.toml run "$url/api/v1/openapi.json" --checks all "$@" || code=$?
if grep -qi 'panic\|a request failed' "$work/serve.log"; then
    grep -i 'panic\|a request failed' "$work/serve.log" | head -20
    code=1
fi
exit "$code"
