package dev.windrose.context.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The eight parts of what a company knows about itself. */
public enum EntryCategory {
    TEAM_SETUP,
    MESSAGE_TREE,
    POLICY,
    BRAND,
    STRATEGY,
    TEMPLATE,
    BEST_PRACTICE,
    TEAM_RULE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<EntryKind> kinds() {
        return Stream.of(EntryKind.values())
                .filter(kind -> kind.category() == this)
                .toList();
    }

    public static Optional<EntryCategory> of(String wire) {
        return Stream.of(values())
                .filter(category -> category.wire().equals(wire))
                .findFirst();
    }
}
