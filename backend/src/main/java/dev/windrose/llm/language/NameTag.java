package dev.windrose.llm.language;

import java.util.Arrays;

/** What a word of a person's name is. */
public enum NameTag {
    GIVEN_NAME,
    SURNAME,
    MIDDLE_NAME,
    MIDDLE_INITIAL,
    FIRST_INITIAL,
    LAST_INITIAL,
    NICKNAME,
    PREFIX_MARITAL,
    PREFIX_OTHER,
    SUFFIX_GENERATIONAL,
    SUFFIX_OTHER,
    AND;

    /** As labelled collections of names write it: {@code GivenName}. */
    public String label() {
        var out = new StringBuilder();
        for (var part : name().split("_")) {
            out.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return out.toString();
    }

    public static NameTag of(String label) {
        return Arrays.stream(values())
                .filter(tag -> tag.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part of a name is called " + label + "."));
    }
}
