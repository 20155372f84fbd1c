package dev.windrose.context.claim;

import dev.windrose.context.claim.CompareQuantities.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim laid beside one entry.
 *
 * @param covered share of what the claim says (words, names, numbers) that the entry says too
 * @param alike the same without the numbers and names that stand against it
 * @param together share of the words that one sentence of it says, with its title
 * @param close nearness of meaning of the nearest sentence, -1 to 1
 * @param numbers the claim's numbers with what the entry says of them
 * @param strange names of the claim that the entry does not know
 * @param otherNames the sentence of the entry that says the same names somebody or something else
 */
record Match(
        Source source,
        Statement nearest,
        double covered,
        double alike,
        double together,
        double close,
        List<NumberFound> numbers,
        List<Names.Name> strange,
        boolean otherNames,
        boolean otherCustomer,
        boolean unnamedCustomer,
        boolean otherProduct,
        Turn turn,
        boolean wider,
        boolean boast) {

    /** A number of the claim and its counterpart. */
    record NumberFound(
            Quantity said,
            Outcome outcome,
            @Nullable Quantity known,
            @Nullable Statement where) {}

    boolean numbersHold() {
        return numbers.stream()
                .allMatch(one -> one.outcome() == Outcome.SAME || one.said().weak() && one.outcome() == Outcome.APART);
    }

    /** It is about a year that the entry does not name, so other numbers may have held then. */
    boolean otherYear() {
        return numbers.stream().anyMatch(one -> one.said().dimension().equals("year") && one.outcome() != Outcome.SAME)
                && numbers.stream()
                        .anyMatch(one -> !one.said().dimension().equals("year")
                                && !one.said().weak()
                                && one.outcome() != Outcome.SAME);
    }

    /** The number of the claim that the entry says otherwise. */
    @Nullable
    NumberFound wrongNumber() {
        return numbers.stream()
                .filter(one -> one.outcome() == Outcome.OTHER)
                .findFirst()
                .orElse(null);
    }

    long numbersFound() {
        return numbers.stream()
                .filter(one -> one.outcome() == Outcome.SAME && !one.said().weak())
                .count();
    }

    /** A number or a name forbids that this entry supports the claim, whatever its words say. */
    boolean guarded() {
        return !numbersHold() || !strange.isEmpty() || otherCustomer;
    }
}
