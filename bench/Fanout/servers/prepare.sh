#!/usr/bin/env bash
# Makes ready in the folder OUT what `bench fanout` measures the gateway beside. What cannot be had is left out, and said.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
out=${1:?where to put it}
mkdir -p "$out"

wanted=()
command -v nginx >/dev/null && ls /usr/lib/nginx/modules/ngx_nchan_module.so >/dev/null 2>&1 || wanted+=(nginx-light libnginx-mod-nchan)
command -v gcc >/dev/null || wanted+=(gcc libc6-dev)
if [ ${#wanted[@]} -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  # The package would start a server of its own.
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${wanted[@]}"; } >&2 || true
fi

if command -v gcc >/dev/null; then
  gcc -O2 -Wall -Wextra -o "$out/epoll" "$here/epoll.c"
else
  echo "Left out: the bare epoll loop, because there is no gcc." >&2
fi

if command -v npm >/dev/null; then
  cp "$here/package.json" "$here/ws.js" "$here/socketio.js" "$out/"
  [ -d "$out/node_modules/socket.io" ] || npm install --prefix "$out" --no-audit --no-fund --silent >&2
else
  echo "Left out: ws and Socket.IO, because there is no npm." >&2
fi

ls /usr/lib/nginx/modules/ngx_nchan_module.so >/dev/null 2>&1 || echo "Left out: Nchan, because nginx or its module is not installed (Debian: nginx-light libnginx-mod-nchan)." >&2
