package org.rashomon.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command line.
 *
 * @param command what to do; {@code help} where nothing is said
 * @param options by name, without their hyphens
 */
record Arguments(String command, Map<String, List<String>> options) {
    static Arguments of(List<String> args) {
        if (args.isEmpty() || args.get(0).startsWith("-")) {
            return new Arguments("help", Map.of());
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> values = null;
        for (String arg : args.subList(1, args.size())) {
            if (arg.startsWith("--")) {
                values = options.computeIfAbsent(arg.substring(2), name -> new ArrayList<>());
            } else if (values == null) {
                throw new UsageException("\"" + arg + "\" belongs to no option; give --in " + arg);
            } else {
                values.add(arg);
            }
        }
        return new Arguments(args.get(0), options);
    }

    /** @throws UsageException where there are others */
    void only(String... names) {
        for (String name : options.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new UsageException(
                        "--" + name + ": " + command + " has no such option; it has --" + String.join(", --", names));
            }
        }
    }

    List<String> all(String name) {
        List<String> values = options.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            throw new UsageException("--" + name + " is missing");
        }
        return values;
    }

    String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new UsageException("--" + name + ": give one, not " + values.size());
        }
        return values.get(0);
    }

    String one(String name, String otherwise) {
        return options.containsKey(name) ? one(name) : otherwise;
    }

    int number(String name, int otherwise) {
        try {
            return options.containsKey(name) ? Integer.parseInt(one(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw new UsageException("--" + name + ": \"" + one(name) + "\" is no number");
        }
    }
}
