#!/bin/sh
# Starts the backend with the Node.js that lies beside it. Grafana gives a plugin neither PATH nor HOME and its own
# working directory, so this uses nothing but the shell and its own place.
case $0 in
  */*) self=$0 ;;
  *) self=./$0 ;;
esac
while [ -L "$self" ]; do
  target=$(/bin/readlink "$self" 2>/dev/null || /usr/bin/readlink "$self") || break
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
backend=${self%/*}/backend
native=$backend/@PLATFORM@

if [ ! -x "$native/node" ]; then
  echo "[ERROR] Churnwatch's backend is incomplete: $native/node is missing or not executable. Unpack the plugin again, with its file modes." >&2
  exit 1
fi

# Grafana's Alpine image has a C library for programs such as Node (amd64 only), but not the C++ one.
if [ -e /etc/alpine-release ]; then
  if [ ! -e "@LOADER@" ]; then
    echo "[ERROR] Churnwatch's backend needs glibc, which this Alpine system lacks. Use Grafana's Ubuntu image." >&2
    exit 1
  fi
  LD_LIBRARY_PATH=$native/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
  export LD_LIBRARY_PATH
fi

# Queries, events and files share Node's pool of threads: with its four, three long queries would have events wait.
UV_THREADPOOL_SIZE=${UV_THREADPOOL_SIZE:-16}
export UV_THREADPOOL_SIZE

exec "$native/node" "$backend/plugin.mjs"
