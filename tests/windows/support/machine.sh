#!/bin/sh
# The inside of a Windows machine's namespaces, run by machine.ts as their first process. What it mounts is seen by
# nobody else and is gone with it, and so is every process of the machine. It ends when its standard input does.
# Arguments: folder with Debian and Wine, folder to work in, project, its node_modules, packages for Windows, drive D.
set -eu
wine=$1 run=$2 project=$3 modules=$4 packages=$5 share=$6

mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$run"
mkdir "$run/upper" "$run/work" "$run/root"
# What Windows writes to drive C lands in memory: every machine begins as it was installed.
mount -t overlay overlay -o "lowerdir=$wine,upperdir=$run/upper,workdir=$run/work" "$run/root"
cd "$run/root"
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
mkdir -p srv/modules srv/packages srv/share
mount --bind "$modules" srv/modules
mount --bind "$packages" srv/packages
mount --bind "$share" srv/share
ln -s /srv/share opt/prefix/dosdevices/d:

# The project as C:\lifeboat. A package made of folders for several systems gets Windows' part beside the others.
home=opt/prefix/drive_c/lifeboat
mkdir -p "$home/node_modules"
cp "$project/package.json" "$project/jest.config.js" "$home"
for part in bin dist src tests; do
  mkdir "$home/$part"
  mount --bind "$project/$part" "$home/$part"
done
(cd srv/modules && printf '/srv/modules/%s\0' *) | xargs -0 ln -s -t "$home/node_modules"
for scope in srv/packages/node_modules/@*; do
  name=${scope##*/}
  rm -f "$home/node_modules/$name"
  mkdir "$home/node_modules/$name"
  for package in "srv/modules/$name"/* "$scope"/*; do
    [ ! -e "$package" ] || ln -s "/$package" "$home/node_modules/$name"
  done
done

chroot . env -i PATH=/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 WINEPREFIX=/opt/prefix WINEDEBUG=-all \
  /usr/lib/wine/wineserver --foreground --persistent </dev/null >/dev/null &
echo ready
read -r _ || exit 0
