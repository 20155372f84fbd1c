package dev.windrose.records.duplicates;

import java.util.Locale;

public enum CandidateStatus {
    OPEN,
    MERGED,
    DISMISSED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
