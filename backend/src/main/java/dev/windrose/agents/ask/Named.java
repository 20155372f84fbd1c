package dev.windrose.agents.ask;

import java.util.List;
import java.util.UUID;

/** A stretch of words that names records. Several candidates where the words fit more than one. */
public record Named(int from, int to, List<Candidate> candidates) {

    /** @param full the whole name stands there */
    public record Candidate(String type, UUID id, String title, boolean full) {}

    public boolean of(String type) {
        return candidates.stream().anyMatch(each -> each.type().equals(type));
    }
}
