#!/bin/sh
# Regenerates the PDF, Word and legacy Word policies of Alder Lane Primary School
# from the HTML sources beside this script. The HTML, Markdown and plain-text
# policies have no source here: they are edited where they stand.
#
# Needs chromium 131 or newer (page margin boxes), LibreOffice Writer (Debian:
# libreoffice-writer-nogui), the Liberation fonts and, for the check of the
# contents page, pdftotext (Debian: poppler-utils).
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here/../main/school/alder-lane/policies}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out/everyone" "$out/staff"

pdf() { # name, folder
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" \
        --no-pdf-header-footer --print-to-pdf="$work/$1.pdf" "file://$here/$1.html" 2>"$work/log" \
        || { cat "$work/log" >&2; exit 1; }
    mv "$work/$1.pdf" "$out/$2/$1.pdf"
}

word() { # name, folder, ending, filter
    soffice --headless "-env:UserInstallation=file://$work/office" \
        --infilter="HTML (StarWriter)" --convert-to "$3:$4" --outdir "$work" "$here/$1.html" \
        >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    mv "$work/$1.$3" "$out/$2/$1.$3"
}

pdf social-media everyone
pdf safeguarding everyone
pdf attendance everyone
word complaints everyone docx "MS Word 2007 XML"
word parent-code everyone docx "MS Word 2007 XML"
word staff-code-of-conduct staff docx "MS Word 2007 XML"
word mobile-phones everyone doc "MS Word 97"

# The page numbers on the contents page of social-media.html are typed by hand
# (chromium cannot fill them in), so each is compared with the printed page.
if command -v pdftotext >/dev/null; then
    sed -n 's|^<li>\([0-9]*\. .*\)<i></i>\([0-9]*\)</li>$|\2 \1|p' "$here/social-media.html" |
    while read -r page heading; do
        pdftotext -f "$page" -l "$page" "$out/everyone/social-media.pdf" - | grep -qxF "$heading" ||
            { echo "contents page of social-media.html: \"$heading\" is not on page $page" >&2; exit 1; }
    done
fi
ls -l "$out/everyone" "$out/staff"
