package dev.windrose.context.tree;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a node of a message tree says, what it may stand under, and which column of the tree shows it. */
public enum NodeKind {
    PROBLEM("Problem", TreeColumns.NARRATIVE),
    CHANGE("Change", TreeColumns.NARRATIVE),
    HEADLINE("Headline", TreeColumns.HEADLINE),
    VALUE_PROP("Value proposition", "value_props"),
    DEMONSTRABLE_VALUE("Demonstrable value", "demonstrable_value"),
    CRAFTSMANSHIP("Craftsmanship", "demonstrable_craftsmanship"),
    CUSTOMER_PROOF("Customer proof", "demonstrable_users"),
    TECHNICAL_SPEC("Technical fact", "technical_specs");

    private final String label;
    private final String column;

    NodeKind(String label, String column) {
        this.label = label;
        this.column = column;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** Of the record of the tree. */
    public String column() {
        return column;
    }

    /** Whether it is to be believed because something stands behind it. */
    public boolean isProof() {
        return this == DEMONSTRABLE_VALUE || this == CRAFTSMANSHIP || this == CUSTOMER_PROOF;
    }

    /** What it may stand under; everything may also stand at the top. */
    public Set<NodeKind> parents() {
        return switch (this) {
            case PROBLEM, HEADLINE -> Set.of();
            case CHANGE -> EnumSet.of(PROBLEM);
            case VALUE_PROP -> EnumSet.of(HEADLINE);
            case DEMONSTRABLE_VALUE, CRAFTSMANSHIP -> EnumSet.of(HEADLINE, VALUE_PROP);
            // A single customer stands under what is said of many.
            case CUSTOMER_PROOF -> EnumSet.of(HEADLINE, VALUE_PROP, DEMONSTRABLE_VALUE, CRAFTSMANSHIP, CUSTOMER_PROOF);
            case TECHNICAL_SPEC -> EnumSet.of(HEADLINE, VALUE_PROP, DEMONSTRABLE_VALUE, CRAFTSMANSHIP, TECHNICAL_SPEC);
        };
    }

    /** Why it may not stand there; null where it may. */
    @Nullable
    String refusal(NodeKind parent) {
        if (parents().contains(parent)) {
            return null;
        }
        return "%s, not under a %s.".formatted(place(), parent.label.toLowerCase(Locale.ROOT));
    }

    /** Where it may stand, in words. */
    public String place() {
        String places = parents().isEmpty()
                ? "stands at the top of the tree"
                : "stands at the top of the tree or under a "
                        + parents().stream()
                                .map(one -> one.label.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
        return "A %s %s".formatted(label.toLowerCase(Locale.ROOT), places);
    }

    public static Optional<NodeKind> of(@Nullable Object wire) {
        return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    static List<NodeKind> in(String column) {
        return Stream.of(values()).filter(kind -> kind.column.equals(column)).toList();
    }
}
