#!/bin/sh
# Runs a server until standard input ends: when the test run closes it, or when the test run itself has ended, however it did.
# usage: supervisor.sh <folder of the server, removed in the end> <command> [arguments]
folder=$1
shift
"$@" >"$folder/log" 2>&1 &
echo $! >"$folder/pid"
# Descriptor 3 is now the server's alone, so that whoever reads its other end learns when the server ends by itself.
exec 3>&-
cat >/dev/null
# Nothing of it is kept, so it need not end in good order.
kill -KILL $! 2>/dev/null
wait
rm -rf "$folder"
