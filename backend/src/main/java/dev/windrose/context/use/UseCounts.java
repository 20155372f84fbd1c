package dev.windrose.context.use;

import java.util.Map;

/**
 * What came of an entry.
 *
 * @param uses places where it was used
 * @param out of these those still out
 * @param told uses of which the account is known: only these can have a reply
 * @param accounts how many accounts these are: only these can have a win
 * @param young uses without a reply that may still get one within {@link #DAYS} days
 * @param replies uses after which the same account was in contact within {@link #DAYS} days
 * @param wins deals of these accounts won on the day of the first use or later
 * @param won their amounts in minor units, by currency
 */
public record UseCounts(
        long uses, long out, long told, long accounts, long young, long replies, long wins, Map<String, Long> won) {

    public static final int DAYS = 14;

    /** How these figures are made, for people. */
    public static final String HOW =
            "Replies: uses after which the same account was in contact within 14 days, notes left out. Wins: deals of the "
                    + "accounts to which it was said that were signed, or else won, on the day of the first use or later. Both follow the use; that they come from it is not "
                    + "claimed.";

    public static final UseCounts NONE = new UseCounts(0, 0, 0, 0, 0, 0, 0, Map.of());

    public UseCounts {
        won = Map.copyOf(won);
    }
}
