package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Named.Candidate;
import java.util.List;

/**
 * A stretch of a message that names records, or people of ours.
 *
 * @param candidates several where the words fit more than one
 */
record Mention(int start, int end, List<Candidate> candidates) {

    List<Candidate> of(String type) {
        return candidates.stream().filter(each -> each.type().equals(type)).toList();
    }

    boolean within(int from, int to) {
        return start >= from && end <= to;
    }
}
