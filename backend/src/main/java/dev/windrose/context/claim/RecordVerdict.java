package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Against;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.context.claim.ClaimReport.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the records say of a claim; places are counted within it. */
record RecordVerdict(
        Verdict verdict, String why, @Nullable Against against, List<Evidence> evidence, List<Suggestion> suggestions) {

    static RecordVerdict unknown(String why) {
        return new RecordVerdict(Verdict.UNSUPPORTED, why, null, List.of(), List.of());
    }

    static RecordVerdict of(Verdict verdict, String why, Evidence evidence) {
        return new RecordVerdict(verdict, why, null, List.of(evidence), List.of());
    }
}
