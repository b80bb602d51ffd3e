package org.rashomon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.service.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Prints the manual page rashomon(1), made of the same descriptions as the help texts; releases bring it as a file. The macros are those of
 * man(7).
 */
@Command(
        name = "manual",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Prints the manual page: rashomon manual | man -l -")
final class ManualCommand implements Runnable {
    /** What troff takes for a request at the start of a line. */
    private static final Pattern REQUEST = Pattern.compile("^([.'])");

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            page(spec.root()).forEach(line -> out.print(line + "\n"));
            out.flush();
        }
    }

    static List<String> page(CommandSpec program) {
        List<String> page = new ArrayList<>();
        String name = program.name();
        page.add(".TH \"%s\" \"1\" \"\" \"%s %s\" \"User Commands\""
                .formatted(name.toUpperCase(Locale.ROOT), name, Build.version()));
        page.add(".SH NAME");
        page.add(name + " \\- " + text(String.join(" ", program.usageMessage().header())));
        page.add(".SH SYNOPSIS");
        page.add(".B " + name);
        page.add("COMMAND [OPTIONS]");
        page.add(".SH DESCRIPTION");
        paragraphs(page, program.usageMessage().description());
        page.add(".SH COMMANDS");
        List<CommandSpec> commands = program.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .distinct()
                .toList();
        for (CommandSpec command : commands) {
            command(page, name, command);
        }
        page.add(".SH EXAMPLES AND EXIT STATUS");
        paragraphs(page, program.usageMessage().footer());
        return page;
    }

    private static void command(List<String> page, String program, CommandSpec command) {
        page.add(".SS \"%s %s\"".formatted(program, command.name()));
        paragraphs(page, command.usageMessage().header());
        paragraphs(page, command.usageMessage().description());
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            argument(page, "\\fI" + text(parameter.paramLabel()) + "\\fR", parameter);
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                String label = option.arity().max() == 0 ? "" : " \\fI" + text(option.paramLabel()) + "\\fR";
                argument(page, "\\fB" + text(String.join(", ", option.names())) + "\\fR" + label, option);
            }
        }
        paragraphs(page, command.usageMessage().footer());
    }

    private static void argument(List<String> page, String label, ArgSpec argument) {
        page.add(".TP");
        page.add(label);
        String shown =
                argument.showDefaultValue() == CommandLine.Help.Visibility.ALWAYS && argument.defaultValue() != null
                        ? " Default: " + argument.defaultValue()
                        : "";
        page.add(line(plain(String.join(" ", argument.description())
                        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())))
                + shown));
    }

    /** An empty line ends a paragraph; lines that begin with blanks stand as they are. */
    private static void paragraphs(List<String> page, String[] lines) {
        boolean begun = false;
        for (String line : lines) {
            String plain = plain(line);
            if (plain.isBlank()) {
                begun = false;
                continue;
            }
            if (!begun) {
                page.add(".PP");
                begun = true;
            }
            if (plain.startsWith("  ")) {
                page.add(".RS 2");
                page.add(".nf");
                page.add(line(plain.strip()));
                page.add(".fi");
                page.add(".RE");
            } else {
                page.add(line(plain));
            }
        }
    }

    /** Without the marks of colour, and with the signs of {@code String.format} taken for what they stand for. */
    private static String plain(String words) {
        return Ansi.OFF.string(words.replace("%n", " ").replace("%%", "%"));
    }

    private static String line(String words) {
        return REQUEST.matcher(text(words)).replaceFirst("\\\\&$1");
    }

    /** Signs of troff's own, and hyphens that must stay what they are when somebody copies an option. */
    private static String text(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-").replace("\u2026", "...");
    }
}
