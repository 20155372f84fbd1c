package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Against;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.context.claim.ClaimReport.Suggestion;
import java.util.List;

/** A number of a claim beside the number of a record. */
final class CompareRecord {

    private CompareRecord() {}

    /** @param known as a person writes it: "4,100 USD", "412 customers" */
    static boolean same(Quantity said, String known) {
        return Quantities.in(known).stream().anyMatch(one -> CompareQuantities.sameValue(said, one));
    }

    /** @param where what the record is called where it says otherwise */
    static RecordVerdict of(ClaimText claim, Quantity said, String known, Evidence evidence, String why, String where) {
        if (same(said, known)) {
            return RecordVerdict.of(Verdict.SUPPORTED, why, evidence);
        }
        var words = said.span().of(claim.text());
        var span = Bounds.withWords(claim.text(), said.span());
        return new RecordVerdict(
                Verdict.CONTRADICTED,
                "The text says \"%s\", the %s \"%s\".".formatted(words, where, known),
                new Against(said.span(), words, known),
                List.of(evidence),
                List.of(new Suggestion(
                        span, said.counts() ? number(known, words) : known, "This is what the record says.")));
    }

    /** Only the number where the thing that is counted stands behind it in the text. */
    private static String number(String known, String said) {
        int space = known.indexOf(' ');
        return space < 0 || said.indexOf(' ') >= 0 ? known : known.substring(0, space);
    }
}
