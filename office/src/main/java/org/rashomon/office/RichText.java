package org.rashomon.office;

import com.rtfparserkit.parser.IRtfListener;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/** Listens to the groups and commands of an RTF document. */
final class RichText implements IRtfListener {
    private static final int DEEPEST = 2000;

    /** Groups that hold text of the document; all other destinations hold none. */
    private static final Set<Command> TEXT = EnumSet.of(
            Command.rtf,
            Command.field,
            Command.fldrslt,
            Command.shp,
            Command.shpinst,
            Command.shptxt,
            Command.shpgrp,
            Command.dptxbxtext,
            Command.object,
            Command.result,
            Command.ud,
            Command.upr);

    private static final Map<Command, String> ASIDES = new EnumMap<>(Command.class);

    static {
        for (Command header : EnumSet.of(Command.header, Command.headerl, Command.headerr, Command.headerf)) {
            ASIDES.put(header, "header");
        }
        for (Command footer : EnumSet.of(Command.footer, Command.footerl, Command.footerr, Command.footerf)) {
            ASIDES.put(footer, "footer");
        }
        ASIDES.put(Command.footnote, "note");
        ASIDES.put(Command.annotation, "comment");
    }

    /** What stands for a character. */
    private static final Map<Command, String> SIGNS = Map.ofEntries(
            Map.entry(Command.tab, " "),
            Map.entry(Command.line, "\n"),
            Map.entry(Command.emdash, "\u2014"),
            Map.entry(Command.endash, "\u2013"),
            Map.entry(Command.lquote, "\u2018"),
            Map.entry(Command.rquote, "\u2019"),
            Map.entry(Command.ldblquote, "\u201C"),
            Map.entry(Command.rdblquote, "\u201D"),
            Map.entry(Command.bullet, "\u2022"),
            Map.entry(Command.emspace, " "),
            Map.entry(Command.enspace, " "),
            Map.entry(Command.nonbreakingspace, "\u00A0"),
            Map.entry(Command.nonbreakinghyphen, "-"),
            Map.entry(Command.opencurly, "{"),
            Map.entry(Command.closecurly, "}"),
            Map.entry(Command.backslash, "\\"));

    private static final Set<Command> ENDS = EnumSet.of(
            Command.par, Command.sect, Command.page, Command.cell, Command.nestcell, Command.row, Command.nestrow);

    private final Telling telling;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, String> styles = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    /** The page that a message holds in this form; empty where it holds none. */
    private final StringBuilder html = new StringBuilder();

    private boolean isHtml;
    private boolean silentForHtml;
    private int paragraphs;
    private int notes;
    private int style;
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder author = new StringBuilder();
    private int year;
    private int month;
    private int day;

    RichText(Telling telling) {
        this.telling = telling;
    }

    /** What the words of a group are for. */
    private enum Use {
        TEXT,
        NONE,
        ASIDE,
        STYLES,
        TITLE,
        AUTHOR,
        MADE,
        INFO,
        MARKUP
    }

    /** A group in braces; it begins with what holds around it. */
    private static final class Group {
        private Use use = Use.TEXT;
        private boolean starred;
        private boolean deleted;
        private boolean hidden;
        /** The words of the aside that it is part of. */
        private @Nullable StringBuilder aside;
        /** What aside it begins, or null. */
        private @Nullable String begins;

        private int style;

        Group within() {
            Group inner = new Group();
            inner.use = use;
            inner.deleted = deleted;
            inner.hidden = hidden;
            inner.aside = aside;
            return inner;
        }
    }

    @Override
    public void processGroupStart() {
        Group around = groups.peek();
        if (around != null) {
            passOver(around);
        }
        groups.push(around == null ? new Group() : around.within());
        if (groups.size() > DEEPEST) {
            throw new IllegalStateException("groups nested more than " + DEEPEST + " deep");
        }
    }

    @Override
    public void processGroupEnd() {
        Group group = groups.poll();
        if (group == null) {
            return;
        }
        StringBuilder aside = group.aside;
        if (group.begins != null && aside != null) {
            String words = aside.toString();
            switch (group.begins) {
                case "note" -> {
                    notes++;
                    telling.footnote("note " + notes, words);
                }
                case "comment" -> telling.aside("paragraph " + (paragraphs + 1), words, "a comment in the margin");
                default -> telling.aside(group.begins + " of the pages", words, "a " + group.begins + " of the pages");
            }
        }
    }

    /** A group that may be passed over and begins with a command that nobody knows. */
    private static void passOver(Group group) {
        if (group.starred) {
            group.use = Use.NONE;
            group.starred = false;
        }
    }

    @Override
    public void processString(String words) {
        Group group = groups.peek();
        if (group == null) {
            return;
        }
        passOver(group);
        switch (group.use) {
            case TEXT -> text(group, words);
            case ASIDE -> {
                if (group.aside != null && !group.deleted) {
                    group.aside.append(words);
                }
            }
            case STYLES ->
                styles.merge(
                        group.style,
                        words.replace(";", "").strip().toLowerCase(Locale.ROOT),
                        (before, more) -> before + more);
            case TITLE -> title.append(words);
            case AUTHOR -> author.append(words);
            case MARKUP -> html.append(words);
            case MADE, INFO, NONE -> {}
        }
    }

    private void text(Group group, String words) {
        if (isHtml) {
            html.append(silentForHtml ? "" : words);
        }
        (group.deleted ? deleted : group.hidden ? hidden : text).append(words);
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        Group group = groups.peek();
        if (group == null) {
            return;
        }
        boolean off = hasParameter && parameter == 0;
        if (command == Command.optionalcommand) {
            group.starred = true;
        } else if (command.getCommandType() == CommandType.Destination || ASIDES.containsKey(command)) {
            destination(group, command);
        } else if (SIGNS.containsKey(command)) {
            processString(SIGNS.getOrDefault(command, ""));
        } else if (ENDS.contains(command)) {
            end(group);
        } else {
            switch (command) {
                case revised -> {
                    if (!off) {
                        telling.changed();
                    }
                }
                case deleted, mvf -> group.deleted = !off;
                case v -> group.hidden = !off;
                case plain -> group.hidden = false;
                case pard -> style = 0;
                case s -> style(group, parameter);
                case fromhtml -> isHtml = true;
                case htmlrtf -> silentForHtml = !off;
                case yr -> year = group.use == Use.MADE ? parameter : year;
                case mo -> month = group.use == Use.MADE ? parameter : month;
                case dy -> day = group.use == Use.MADE ? parameter : day;
                default -> {
                    if (group.starred) {
                        group.use = Use.NONE;
                    }
                }
            }
        }
        if (command != Command.optionalcommand) {
            group.starred = false;
        }
    }

    private void style(Group group, int number) {
        if (group.use == Use.STYLES) {
            group.style = number;
        } else if (group.use == Use.TEXT) {
            style = number;
        }
    }

    private void destination(Group group, Command command) {
        if (group.use == Use.NONE || (group.use == Use.ASIDE && TEXT.contains(command))) {
            return;
        }
        switch (command) {
            case htmltag -> group.use = Use.MARKUP;
            case stylesheet -> group.use = Use.STYLES;
            case info -> group.use = Use.INFO;
            case title -> group.use = group.use == Use.INFO ? Use.TITLE : Use.NONE;
            case author -> group.use = group.use == Use.INFO ? Use.AUTHOR : Use.NONE;
            case creatim -> group.use = group.use == Use.INFO ? Use.MADE : Use.NONE;
            default -> {
                if (ASIDES.containsKey(command)) {
                    group.use = Use.ASIDE;
                    group.begins = ASIDES.get(command);
                    group.aside = new StringBuilder();
                } else if (!TEXT.contains(command)) {
                    group.use = Use.NONE;
                }
            }
        }
    }

    private void end(Group group) {
        if (group.use == Use.ASIDE && group.aside != null) {
            group.aside.append(' ');
        } else if (group.use == Use.TEXT && group.deleted) {
            // with its end deleted a paragraph goes on in the next
            deleted.append(' ');
        } else if (group.use == Use.TEXT) {
            if (isHtml) {
                html.append(silentForHtml ? "" : "\n");
            }
            endParagraph();
        }
    }

    private void endParagraph() {
        paragraphs++;
        telling.deleted("paragraph " + paragraphs, deleted.toString());
        telling.aside("paragraph " + paragraphs, hidden.toString(), "hidden text");
        for (String part : text.toString().split("\\n[\\s\u00A0]*\\n")) {
            telling.passage(kind(), part);
        }
        text.setLength(0);
        deleted.setLength(0);
        hidden.setLength(0);
    }

    private Parsed.Kind kind() {
        String name = styles.getOrDefault(style, "");
        if (name.equals("title") || name.equals("subtitle") || name.matches("heading ?[1-9]")) {
            return Parsed.Kind.HEADING;
        }
        return name.equals("caption") ? Parsed.Kind.CAPTION : Parsed.Kind.TEXT;
    }

    /** Tells what is left when the document has ended. */
    void finish() {
        endParagraph();
        String made = year > 0 && month > 0 && day > 0 ? "%04d-%02d-%02d".formatted(year, month, day) : null;
        telling.properties(title.toString(), author.toString(), made);
    }

    /** The page that is packed into the document, or empty. */
    String html() {
        return isHtml ? html.toString() : "";
    }

    @Override
    public void processDocumentStart() {}

    @Override
    public void processDocumentEnd() {}

    @Override
    public void processCharacterBytes(byte[] bytes) {}

    @Override
    public void processBinaryBytes(byte[] bytes) {}
}
