package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.matching.FitWeighing;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Weighs fields anew by what people of the workspace have decided. */
@Component
class LearnFromDecisions {

    private static final int REMEMBERED = 500;

    private final CandidateStore candidates;
    private final SettingsStore settings;
    private final Descriptors descriptors;
    private final CountRecords counts;
    private final Clock clock;

    LearnFromDecisions(
            CandidateStore candidates,
            SettingsStore settings,
            Descriptors descriptors,
            CountRecords counts,
            Clock clock) {
        this.candidates = candidates;
        this.settings = settings;
        this.descriptors = descriptors;
        this.counts = counts;
        this.clock = clock;
    }

    void from(String type) {
        var decided = candidates.decided(type, REMEMBERED);
        if (decided.size() < FitWeighing.LEAST || decided.size() % 5 != 0) {
            return;
        }
        List<FitWeighing.Decision> decisions = decided.stream()
                .map(candidate -> {
                    var bits = new HashMap<String, Double>();
                    candidate.findings().forEach(finding -> bits.put(finding.field(), finding.base()));
                    return new FitWeighing.Decision(bits, candidate.status() == CandidateStatus.MERGED);
                })
                .toList();
        var fitted = FitWeighing.of(decisions, counts.of(descriptors.get(type)));
        settings.putLearned(
                type, new SettingsStore.Learned(fitted.weighing(), decisions.size(), fitted.better()), clock.instant());
    }
}
