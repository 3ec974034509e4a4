# Sourced by quickstart and runtests, which have gone to the top of the tree:
# Debian's packages, then configure, then a build out of tree. What happens is
# told on stdout in one line a step; the noise goes to a log.

# shown STEP LOG COMMAND...  runs the command with its output in LOG and tells
# how long it took; on failure shows the log's end, too.
shown() {
	step=$1 log=$2
	shift 2
	began=$(date +%s)
	printf '%-40s ' "$step"
	if "$@" >"$log" 2>&1; then
		echo "$(($(date +%s) - began)) s"
		return 0
	fi
	echo "failed"
	tail -n 20 "$log" | sed 's/^/  /' >&2
	echo "${0##*/}: $step failed; the whole log is $log" >&2
	return 1
}

# packages GROUP...  prints the names of these groups.
packages() {
	for group; do
		awk -v g="$group" '$1 == g { print $2 }' packages.txt
	done
}

# missing GROUP...  prints the names of these groups that are not installed; a
# program of that name from elsewhere will do. Where there is no dpkg nobody can
# tell, and configure has the word.
missing() {
	command -v dpkg-query >/dev/null || return 0
	for package in $(packages "$@"); do
		dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
			grep -qx installed || command -v "$package" >/dev/null ||
			echo "$package"
	done
}

# apt_install PACKAGE...  as root, or through sudo.
apt_install() {
	as_root=
	[ "$(id -u)" -eq 0 ] || as_root=sudo
	$as_root apt-get update &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
			--no-install-recommends "$@"
}

# install_missing GROUP...  installs what is missing; says so first where that
# needs a password. Sets $lacking to what is missing all the same.
install_missing() {
	lacking=$(missing "$@" | tr '\n' ' ')
	[ -n "$lacking" ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		if ! command -v sudo >/dev/null; then
			return 0
		fi
		echo "These Debian packages are missing: $lacking"
		echo "apt-get installs them through sudo, which may ask for your password."
		sudo -v || return 0
	fi
	# shellcheck disable=SC2086  # a list of words
	shown "installing $(echo "$lacking" | wc -w) Debian packages" \
		build/apt.log apt_install $lacking
	lacking=$(missing "$@" | tr '\n' ' ')
}

# tell_missing  names on stderr what $lacking holds.
tell_missing() {
	[ -n "$lacking" ] || return 0
	echo "${0##*/}: missing Debian packages: $lacking" >&2
	echo "${0##*/}: as root: apt-get install --no-install-recommends $lacking" >&2
}

# bootstrap  makes configure and Makefile.in where they are absent or older
# than what they are made from. A release tarball holds them.
bootstrap() {
	if [ -f configure ] && [ -f Makefile.in ]; then
		stale=$(find configure.ac -newer configure
			find Makefile.am ./*/local.mk -newer Makefile.in)
		[ -n "$stale" ] || return 0
	fi
	shown "making configure" build/autoreconf.log autoreconf -fi
}

# configure_in FOLDER OPTION...  configures there, unless that is done.
configure_in() {
	folder=$1
	shift
	[ ! -f "$folder/Makefile" ] || return 0
	shown "configuring in $folder/" "$folder/configure.log" \
		run_configure "$PWD" "$folder" "$@"
}

run_configure() (
	top=$1
	cd "$2" || exit
	shift 2
	"$top"/configure "$@"
)

# build_in FOLDER
build_in() {
	shown "building in $1/" "$1/make.log" make -C "$1" -j"$(nproc)"
}
