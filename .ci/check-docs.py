"""Can a stranger read the pages? No paragraph is longer than eight lines, no entry of the changelog than one, and every link between files leads somewhere."""
import pathlib
import re
import sys

LINE = 120
PARAGRAPH = 8 * LINE
ENTRY = 160
LINK = re.compile(r"\]\(([^)\s]+)\)")


def paragraphs(text):
    """Line number and words of each paragraph and list item; code, tables and headings are none."""
    number, words, fenced = 0, [], False
    for at, line in enumerate([*text.split("\n"), ""], 1):
        fence = line.lstrip().startswith("```")
        apart = fenced or fence or not line.strip() or line.startswith(("|", "#", "    "))
        if words and (apart or re.match(r"\s*([-*]|\d+\.) ", line)):
            yield number, " ".join(words)
            words = []
        fenced ^= fence
        if not apart:
            number = number if words else at
            words.append(line.strip())


def anchors(text):
    """The names that a host of repositories gives to headings: small letters, hyphens for blanks, no marks."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def faults(pages):
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for number, words in paragraphs(text):
            limit = ENTRY if page.name == "CHANGELOG.md" and words.startswith("- ") else PARAGRAPH
            if len(words) > limit:
                yield f"{page}:{number}: {len(words)} characters in one paragraph; {limit} at most"
        for link in LINK.findall(text):
            if ":" in link:
                continue
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            if not target.exists():
                yield f"{page}: nothing at {link}"
            elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield f"{page}: no heading for {link}"


MADE = {"target", "build", "node_modules", "shared"}
found = list(faults(sorted(p for p in pathlib.Path(".").rglob("*.md") if not any(part in MADE or part[0] in ".~" for part in p.parts))))
print("\n".join(found) or "Pages are short in every paragraph, and their links lead somewhere.")
sys.exit(1 if found else 0)
