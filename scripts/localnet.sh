#!/usr/bin/env bash
# A local network as upstream's script of the same name starts it: fast blocks unless the first argument is
# False, JSON-RPC on 9944, 9945 and 9946, `Imported #N` lines, everything from the beginning.
#
#   scripts/localnet.sh [False] [--no-purge] [--build-only]
#
# One process serves the same chain on all three ports. Environment, as upstream: BUILD_BINARY=0 installs
# nothing, RUN_IN_DOCKER=1 listens on all interfaces, BT_DEFAULT_TOKEN_WALLET names an account with funds.
# Ours: LOCALNET_PATH is where the chain is kept (below the folder for temporary files by default), and
# LOCALNET_PORTS are other ports.
set -eu

if [ -n "${BUILT_IN_CI:-}" ]; then
  echo "[*] BUILT_IN_CI is set to '$BUILT_IN_CI'. Skipping script..."
  exit 0
fi

purge=1
build_only=0
for argument in "$@"; do
  case $argument in
    --no-purge) purge=0 ;;
    --build-only) build_only=1 ;;
  esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
node=node_modules/.bin/node
place=${LOCALNET_PATH:-${TMPDIR:-/tmp}/taonet-localnet}

if [ "${1:-True}" = False ]; then
  echo 'fast_runtime is Off'
  speed=()
  chain=$place/slow
else
  echo 'fast_runtime is On'
  speed=(--fast)
  chain=$place/fast
fi

if [ "${BUILD_BINARY:-1}" = 1 ] && [ ! -x "$node" ]; then
  echo '*** Installing...'
  npm install --no-fund --no-audit
fi
[ "$build_only" -eq 1 ] && exit 0

# A node of an earlier run that was not stopped would still hold the ports.
pid_file=$place/pid
if [ -f "$pid_file" ]; then
  old=$(cat "$pid_file")
  if ps -p "$old" -o command= 2>/dev/null | grep -qF "packages/node/src/main.ts --base-path $place"; then
    echo "*** Stopping the node of an earlier run ($old)..."
    kill -KILL "$old"
    for _ in $(seq 50); do
      kill -0 "$old" 2>/dev/null || break
      sleep 0.1
    done
  fi
fi

if [ "$purge" -eq 1 ]; then
  echo '*** Purging previous state...'
  rm -rf "$chain"
else
  echo '*** Purging previous state skipped...'
fi
mkdir -p "$place"
echo "$$" >"$pid_file"

ports=${LOCALNET_PORTS:-9944,9945,9946}
reach=()
[ "${RUN_IN_DOCKER:-0}" = 1 ] && reach=(--unsafe-rpc-external)

echo '*** Starting localnet nodes...'
# The script becomes the node, so that whoever stops the script stops the node.
exec "$node" --conditions=source packages/node/src/main.ts \
  --base-path "$chain" --chain local --pow-faucet --validator --rpc-cors=all \
  --rpc-port "${ports%%,*}" --rpc-extra-port "${ports#*,}" ${speed[@]+"${speed[@]}"} \
  ${reach[@]+"${reach[@]}"} 2>&1
