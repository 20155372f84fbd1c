package dev.windrose.revenue.price;

import java.util.List;
import java.util.UUID;

/**
 * What one policy says of the terms of a quote.
 *
 * @param roles who has to approve; empty where it prohibits
 * @param held whether whoever asks may give these approvals
 */
public record QuoteRuling(
        UUID id, String title, String clause, Kind kind, List<String> roles, boolean held, boolean guessed) {

    public QuoteRuling {
        roles = List.copyOf(roles);
    }

    public enum Kind {
        APPROVAL,
        REFUSAL
    }

    public boolean refuses() {
        return kind == Kind.REFUSAL;
    }
}
