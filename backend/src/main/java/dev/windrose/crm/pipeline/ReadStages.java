package dev.windrose.crm.pipeline;

import dev.windrose.crm.pipeline.PipelineChange.StageChange;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns stages as sent into those of a pipeline, or says what is wrong with them. */
final class ReadStages {

    private static final int MOST = 30;
    private static final Set<String> TONES = Set.of("neutral", "blue", "green", "amber", "red", "teal");

    private ReadStages() {}

    static List<PipelineStage> of(List<StageChange> sent) {
        if (sent.size() > MOST) {
            throw wrong("A pipeline has at most %d stages.".formatted(MOST));
        }
        var ordered = new ArrayList<>(sent);
        if (sent.stream().allMatch(stage -> stage.order() != null)) {
            ordered.sort(Comparator.comparing(stage -> stage.order() == null ? 0 : stage.order()));
        }
        var stages = new ArrayList<PipelineStage>();
        var values = new HashSet<String>();
        for (var stage : ordered) {
            var read = stage(stage, stages.size() + 1, ordered.size());
            if (!values.add(read.value())) {
                throw wrong("Two stages are called \"%s\".".formatted(read.value()));
            }
            stages.add(read);
        }
        for (var category : StageCategory.values()) {
            if (stages.stream().noneMatch(stage -> stage.category() == category)) {
                throw wrong("A pipeline needs a stage of the category \"%s\".".formatted(category.wire()));
            }
        }
        return stages;
    }

    private static PipelineStage stage(StageChange sent, int order, int count) {
        if (sent.label() == null || sent.label().isBlank() || sent.label().length() > 60) {
            throw wrong("Each stage needs a label of at most 60 characters.");
        }
        var category = sent.category() == null
                ? StageCategory.OPEN
                : StageCategory.of(sent.category())
                        .orElseThrow(
                                () -> wrong("A category is open, won or lost, not \"%s\".".formatted(sent.category())));
        int probability = sent.probability() == null ? usual(category, order, count) : sent.probability();
        if (probability < 0 || probability > 100) {
            throw wrong("A probability lies between 0 and 100.");
        }
        if (sent.rottingDays() != null && (sent.rottingDays() < 1 || sent.rottingDays() > 3650)) {
            throw wrong("A deal rots after 1 to 3,650 days.");
        }
        String tone = sent.tone() == null ? category.tone() : sent.tone();
        if (!TONES.contains(tone)) {
            throw wrong("There is no colour \"%s\".".formatted(tone));
        }
        return new PipelineStage(
                value(sent.value() == null ? sent.label() : sent.value()),
                sent.label().strip(),
                category,
                probability,
                order,
                sent.rottingDays(),
                tone);
    }

    private static int usual(StageCategory category, int order, int count) {
        return switch (category) {
            case OPEN -> Math.min(90, 100 * order / (count + 1));
            case WON -> 100;
            case LOST -> 0;
        };
    }

    /** "Angebot übergeben" becomes "angebot_ubergeben". */
    static String value(@Nullable String text) {
        String plain = Normalizer.normalize(String.valueOf(text), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        if (plain.isEmpty() || plain.length() > 60) {
            throw wrong("\"%s\" gives no name that can be kept.".formatted(text));
        }
        return plain;
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "stages");
    }
}
