package dev.windrose.context.transfer.material;

import dev.windrose.context.entry.Audience;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.policy.CompiledClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a part of a document may be, by rules that a person can follow. */
@Component
public class ProposeEntry {

    private static final double SURE = 6;
    private static final int CLAUSE = 1_200;
    private static final int LONGEST_TITLE = 500;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]+}}|\\[(Name|First name|Company|Firma)]");

    private final CompileClause compile;

    ProposeEntry(CompileClause compile) {
        this.compile = compile;
    }

    private record Choice(EntryKind kind, List<String> reasons, boolean sure) {}

    /** @param file the name of the file that the part comes from */
    public Proposal of(Part part, String file) {
        String language = part.given().getOrDefault("language", GuessLanguage.of(part.heading() + " " + part.text()));
        var clause = clause(part);
        var choice = given(part).orElseGet(() -> choose(part, clause));
        var front = new LinkedHashMap<String, @Nullable Object>();
        front.put("category", choice.kind().category().wire());
        front.put("kind", choice.kind().wire());
        front.put(
                "title",
                part.heading()
                        .substring(0, Math.min(LONGEST_TITLE, part.heading().length())));
        front.put("status", "draft");
        front.put("language", language);
        Audience.of(part.given().getOrDefault("audience", ""))
                .ifPresent(audience -> front.put("audience", audience.wire()));
        Sensitivity.of(part.given().getOrDefault("sensitivity", ""))
                .ifPresent(level -> front.put("sensitivity", level.wire()));
        front.put("source", source(part, file));
        var details = Details.of(choice.kind(), part);
        if (!details.isEmpty()) {
            front.put("details", details);
        }
        return new Proposal(front, part.text(), choice.reasons(), choice.sure());
    }

    private static String source(Part part, String file) {
        String place = part.place().isEmpty() ? file : file + ", " + part.place();
        return part.given().containsKey("source")
                ? "%s (%s)".formatted(part.given().get("source"), place)
                : place;
    }

    private static Optional<Choice> given(Part part) {
        return EntryKind.of(part.given().getOrDefault("kind", "").toLowerCase(Locale.ROOT))
                .map(kind -> new Choice(kind, List.of("The table names the kind."), true))
                .or(() -> EntryCategory.of(
                                part.given().getOrDefault("category", "").toLowerCase(Locale.ROOT))
                        .map(category ->
                                new Choice(within(part, category), List.of("The table names the category."), true)));
    }

    private static EntryKind within(Part part, EntryCategory category) {
        return KindWords.in(part).entrySet().stream()
                .filter(found -> found.getKey().category() == category)
                .max(Comparator.comparingDouble(found -> found.getValue().weight()))
                .map(Map.Entry::getKey)
                .orElse(category.kinds().getFirst());
    }

    private @Nullable CompiledClause clause(Part part) {
        String text = Details.clause(part);
        return text.length() > CLAUSE ? null : compile.of(text);
    }

    private static Choice choose(Part part, @Nullable CompiledClause clause) {
        if (part.heading().strip().endsWith("?")) {
            return new Choice(EntryKind.FAQ, List.of("The heading is a question."), true);
        }
        if (PLACEHOLDER.matcher(part.text()).find()) {
            return new Choice(template(part), List.of("The text has places to be filled in."), true);
        }
        if (clause != null && !clause.textOnly()) {
            return new Choice(
                    policy(clause),
                    List.of("It compiles to a rule: "
                            + clause.rules().getFirst().readable()),
                    true);
        }
        var found = KindWords.in(part);
        var best = found.entrySet().stream()
                .max(Comparator.comparingDouble(kind -> kind.getValue().weight()));
        if (best.isEmpty() || best.get().getValue().weight() < 2) {
            return new Choice(
                    EntryKind.PRACTICE, List.of("Nothing in it points to another kind. Please choose one."), false);
        }
        double others = found.entrySet().stream()
                .filter(kind -> kind.getKey().category() != best.get().getKey().category())
                .mapToDouble(kind -> kind.getValue().weight())
                .max()
                .orElse(0);
        double weight = best.get().getValue().weight();
        return new Choice(best.get().getKey(), told(best.get().getValue()), weight >= SURE && weight > others * 1.5);
    }

    private static List<String> told(KindWords.Found found) {
        var told = new ArrayList<String>();
        if (!found.inHeading().isEmpty()) {
            told.add("The heading says %s.".formatted(quoted(found.inHeading())));
        }
        if (!found.inText().isEmpty()) {
            told.add("The text says %s.".formatted(quoted(found.inText())));
        }
        return told;
    }

    private static String quoted(List<String> words) {
        return words.stream().limit(4).map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }

    private static EntryKind template(Part part) {
        var kind = within(part, EntryCategory.TEMPLATE);
        return KindWords.in(part).containsKey(kind) ? kind : EntryKind.EMAIL;
    }

    private static EntryKind policy(CompiledClause clause) {
        return switch (clause.conditions().getFirst().kind()) {
            case APPROVAL, PERMISSION -> EntryKind.APPROVAL;
            case PROHIBITION -> EntryKind.PROHIBITION;
            case PRICE -> EntryKind.PRICE;
            case ROUTING -> EntryKind.ROUTING;
            case STAGE_ENTRY -> EntryKind.STAGE_ENTRY;
        };
    }
}
