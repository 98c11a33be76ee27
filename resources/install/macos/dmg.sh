#!/bin/sh
# Packs the app into a disk image, beside a link to where apps are kept: to be run on macOS, after pyinstaller.
#
#   sh resources/install/macos/dmg.sh dist/Clearing.app dist/Clearing.dmg
set -eu
app=$1 target=$2
content=$(mktemp -d)
trap 'rm -rf "$content"' EXIT
# ditto keeps the links and the signature within the app as they are.
ditto "$app" "$content/Clearing.app"
ln -s /Applications "$content/Applications"
# Where many images are made, hdiutil now and then finds its disk busy for a moment: "create failed - Resource busy".
for pause in 5 10 20 40 0; do
    hdiutil create -volname Clearing -srcfolder "$content" -fs HFS+ -format UDZO -ov "$target" && exit 0
    sleep "$pause"
done
exit 1
