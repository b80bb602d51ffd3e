#!/bin/sh
# Prints the input records of the benchmark task "extraction": one {"id", "html"} a page of a folder of *.html or *.html.gz.
# Use: bench/extraction-records.sh FOLDER | rashomon predict extraction > predictions.jsonl
set -eu
folder=$(cd "${1:?usage: extraction-records.sh FOLDER}" && pwd)
for page in "$folder"/*.html "$folder"/*.html.gz; do
  [ -e "$page" ] || continue
  name=$(basename "$page")
  name=${name%.gz}
  printf '{"id":"%s","html":"%s"}\n' "${name%.html}" "$page"
done
