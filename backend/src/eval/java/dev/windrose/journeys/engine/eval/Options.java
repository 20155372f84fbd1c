package dev.windrose.journeys.engine.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name value}. */
record Options(Map<String, String> values) {

    static Options of(String[] args, Set<String> known, String usage) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            var name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(name)) {
                throw new Unusable("Unknown option " + args[i] + ".\n" + usage);
            }
            if (i + 1 == args.length) {
                throw new Unusable("The option " + args[i] + " needs a value.\n" + usage);
            }
            if (values.put(name, args[i + 1]) != null) {
                throw new Unusable("The option " + args[i] + " is there twice.");
            }
        }
        for (var needed : List.of("data", "out")) {
            if (!values.containsKey(needed)) {
                throw new Unusable("The option --" + needed + " is missing.\n" + usage);
            }
        }
        return new Options(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Path path(String name) {
        return Path.of(values.get(name));
    }
}
