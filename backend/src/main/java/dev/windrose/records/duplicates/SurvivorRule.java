package dev.windrose.records.duplicates;

import java.util.Locale;

/** Which of several values a merged record keeps. Whatever the rule, an empty value never wins over another. */
public enum SurvivorRule {
    /** What a person has set wins over what a machine has; of equals, the survivor's. */
    PERSON_SET,
    NEWEST,
    OLDEST,
    /** Of the record that has more fields filled. */
    MOST_COMPLETE,
    LONGEST,
    /** Somebody chose it for this merge. */
    CHOSEN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
