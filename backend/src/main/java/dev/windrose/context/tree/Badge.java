package dev.windrose.context.tree;

import java.util.Locale;

/** What is to be seen of a node at a glance. */
public record Badge(Code code, String label) {

    public enum Code {
        EXPIRING,
        EXPIRED,
        NO_SOURCE,
        NOT_CITABLE,
        VARIANTS,
        NOT_LIVE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
