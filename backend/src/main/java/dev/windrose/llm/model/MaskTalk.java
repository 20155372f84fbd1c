package dev.windrose.llm.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of a conversation as they leave. The same address has the same mark in all of them, so that the model can speak of it.
 *
 * @param whole all of them as one, which unmasks what comes back
 */
record MaskTalk(List<String> texts, MaskText whole) {

    /** Stands in no text, and no secret or address spans it. */
    private static final String BETWEEN = "\u0000";

    static MaskTalk of(List<String> texts, boolean addresses) {
        String joined = texts.stream()
                .map(text -> MaskText.secrets(text.replace(BETWEEN, "")).text())
                .collect(Collectors.joining(BETWEEN));
        var plain = new MaskText(joined, java.util.Map.of());
        var whole = addresses ? plain : plain.withoutAddresses();
        return new MaskTalk(Arrays.asList(whole.text().split(BETWEEN, -1)), whole);
    }

    long length() {
        return whole.text().length();
    }
}
