package dev.windrose.intake.eval;

import java.util.List;
import java.util.Map;

/**
 * What came of one case.
 *
 * @param operations by type of record
 * @param fields by type of record
 * @param broken how many changes that must not be were made
 * @param asked whether an answer was expected
 * @param findings what is not as expected
 */
record CaseScore(
        String id,
        Map<String, Share> operations,
        Map<String, Share> fields,
        Share intents,
        Share clarify,
        int broken,
        boolean asked,
        boolean answered,
        List<String> findings) {

    boolean wholly() {
        return findings.isEmpty();
    }
}
