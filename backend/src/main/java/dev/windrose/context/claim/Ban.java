package dev.windrose.context.claim;

import java.util.List;

/**
 * What a policy or a tone forbids to write.
 *
 * @param entry id of the entry
 * @param clause its sentence
 * @param words words that are not written, or what is not promised
 * @param outsideOnly holds only for texts for the outside
 */
record Ban(
        String entry, long version, String title, String clause, Kind kind, List<String> words, boolean outsideOnly) {

    /** How it is broken. */
    enum Kind {
        /** By the words themselves. */
        WORDS("policy_words"),
        /** By a sentence that promises it. */
        PROMISE("policy_promise"),
        /** By the name of a competitor. */
        COMPETITORS("policy_names");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }
}
