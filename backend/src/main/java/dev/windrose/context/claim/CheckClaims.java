package dev.windrose.context.claim;

import dev.windrose.context.claim.CheckScope.Reader;
import dev.windrose.context.claim.ReadKnowledge.Knowledge;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Holds a text against what the company knows. The text is kept nowhere. Call it outside of transactions: a model may be asked. */
@Component
public class CheckClaims {

    /** About forty pages; longer texts are checked in parts. */
    public static final int LONGEST = 60_000;

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}\\d]+(?: (?:& )?\\p{Lu}[\\p{L}\\d]+)?");
    private static final int MOST_NAMES = 200;

    private final ReadKnowledge sources;
    private final Shelves shelves;
    private final Records records;

    CheckClaims(ReadKnowledge sources, Shelves shelves, Records records) {
        this.sources = sources;
        this.shelves = shelves;
        this.records = records;
    }

    /** What each sentence claims and stands on, and what the brand does not want. */
    public ClaimReport of(String text, CheckScope scope) {
        if (text.isBlank()) {
            throw new AppException(CommonError.REQUIRED, "There is no text to check.", "text");
        }
        if (text.length() > LONGEST) {
            throw new AppException(
                    CommonError.TOO_LONG,
                    "The text has %,d characters; up to %,d can be checked at once.".formatted(text.length(), LONGEST),
                    "text");
        }
        var knowledge = sources.read(names(text));
        var library = new Library(
                shelves.of(knowledge.sources()),
                knowledge.own(),
                knowledge.products(),
                knowledge.companies(),
                shelves::vector);
        boolean outside = scope.audience() == Reader.OUTSIDE;
        var pieces = SplitText.of(text);
        var read = new CheckText(library, outside, about(scope)).read(pieces);
        var brand = new CheckBrand(knowledge.brand(), text, pieces, language(text, scope), scope.channel());
        return new ClaimReport(
                read.stream().map(one -> new Explain(one, outside).checked()).toList(),
                brand.findings(),
                brand.figures(),
                note(knowledge));
    }

    private static @org.jspecify.annotations.Nullable String note(Knowledge knowledge) {
        return knowledge.sources().stream().noneMatch(Source::live)
                ? "There is no live entry yet that a claim could stand on."
                : null;
    }

    private static String language(String text, CheckScope scope) {
        var named = scope.language();
        return named != null && !named.isBlank() ? named : CheckText.german(Fold.inPlace(text)) ? "de" : "en";
    }

    private List<String> about(CheckScope scope) {
        var out = new ArrayList<String>();
        if (scope.product() != null) {
            records.find("product", scope.product().value())
                    .map(data -> data.text("name"))
                    .ifPresent(out::add);
        }
        if (scope.company() != null) {
            records.find("company", scope.company().value())
                    .map(data -> data.text("name"))
                    .ifPresent(out::add);
        }
        return out;
    }

    private static Set<String> names(String text) {
        var out = new LinkedHashSet<String>();
        var matcher = CAPITAL.matcher(text);
        while (matcher.find() && out.size() < MOST_NAMES) {
            var name = matcher.group();
            if (name.indexOf(' ') > 0 || !Lexicon.shipped().filler(Fold.inPlace(name))) {
                out.add(name);
            }
        }
        return out;
    }
}
