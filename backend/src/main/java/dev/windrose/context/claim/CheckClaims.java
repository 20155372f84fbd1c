package dev.windrose.context.claim;

import dev.windrose.context.claim.CheckScope.Reader;
import dev.windrose.context.claim.ClaimReport.BrandFinding;
import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ClaimReport.ModelPart;
import dev.windrose.context.claim.ReadKnowledge.Knowledge;
import dev.windrose.context.claim.SplitText.Piece;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a text against what the company knows. The text is kept nowhere. Call it outside of transactions: a model may be asked. */
@Component
public class CheckClaims {

    /** About forty pages; longer texts are checked in parts. */
    public static final int LONGEST = 60_000;

    private static final int LONGEST_FOR_WORDING = 1_000_000;
    private static final int LONGEST_BEFORE = 5_000;

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}\\d]+(?: (?:& )?\\p{Lu}[\\p{L}\\d]+)?");
    private static final int MOST_NAMES = 200;

    private final ReadKnowledge sources;
    private final Shelves shelves;
    private final ReadRecords records;
    private final AskModel model;
    private final Workspaces workspaces;

    CheckClaims(ReadKnowledge sources, Shelves shelves, ReadRecords records, AskModel model, Workspaces workspaces) {
        this.model = model;
        this.sources = sources;
        this.shelves = shelves;
        this.records = records;
        this.workspaces = workspaces;
    }

    /** What each sentence claims and stands on, and what the brand does not want. */
    public ClaimReport of(String text, CheckScope scope) {
        return of(TextToCheck.whole(text), scope);
    }

    /** The same of a part of a text; places are counted in the part. */
    public ClaimReport of(TextToCheck asked, CheckScope scope) {
        refuse(asked);
        var text = asked.before() + asked.text();
        int from = asked.before().length();
        var knowledge = sources.read(names(asked.claims() ? text : ""));
        var pieces = SplitText.of(text);
        var brand = new CheckBrand(
                asked.wording() ? knowledge.brand() : List.of(), text, pieces, language(text, scope), scope.channel());
        var claims = asked.claims() ? claims(knowledge, pieces, from, scope, asked.model()) : Held.NONE;
        return new ClaimReport(
                claims.sentences(),
                asked.wording() ? wording(brand, knowledge, text, pieces, scope) : List.of(),
                brand.figures(),
                note(knowledge),
                new ModelPart(model.available(), claims.asked(), claims.note()));
    }

    private record Held(
            List<Checked> sentences,
            boolean asked,
            @Nullable String note) {
        static final Held NONE = new Held(List.of(), false, null);
    }

    private Held claims(Knowledge knowledge, List<Piece> pieces, int from, CheckScope scope, boolean withModel) {
        var library = new Library(
                shelves.of(knowledge.sources()),
                knowledge.own(),
                knowledge.products(),
                knowledge.companies(),
                shelves::vector);
        boolean outside = scope.audience() == Reader.OUTSIDE;
        var counts = new CountRecords(records, workspaces.today(), knowledge.own());
        var told = new CheckRecords(records, counts, knowledge.sources(), outside);
        var reads = new CheckText(library, outside, about(scope)).read(pieces, from);
        var open = reads.stream().filter(WeighProposals::open).toList();
        boolean asks = withModel && !open.isEmpty() && model.available();
        var answered = asks ? model.ask(open, library, outside) : AskModel.Answered.NONE;
        var weigh = new WeighProposals(library, answered, outside);
        var sentences = reads.stream()
                .flatMap(read -> weigh.of(read).stream())
                .map(one -> checked(one, told, outside).from(from))
                .toList();
        return new Held(sentences, asks, note(answered, weigh.leftOut()));
    }

    private static @Nullable String note(AskModel.Answered answered, int leftOut) {
        return answered.note() != null || leftOut == 0
                ? answered.note()
                : "%d answers of the language model named no words that it was given, and were left out."
                        .formatted(leftOut);
    }

    /** Records speak where no entry does, neither for nor against. */
    private static Checked checked(WeighProposals.Weighed one, CheckRecords records, boolean outside) {
        var judged = one.read().judged();
        boolean open = judged.verdict() == Verdict.UNSUPPORTED && judged.why().isEmpty();
        var told = open ? records.of(one.read().claim()) : null;
        var explain = new Explain(one, outside);
        return told == null ? explain.checked() : explain.checked(told);
    }

    private static List<BrandFinding> wording(
            CheckBrand brand, Knowledge knowledge, String text, List<Piece> pieces, CheckScope scope) {
        var bans = new CheckBans(
                knowledge.bans(), knowledge.competitors(), text, pieces, scope.audience() == Reader.OUTSIDE);
        return Stream.concat(brand.findings().stream(), bans.findings().stream())
                .sorted(Comparator.comparingInt(one -> one.span().start()))
                .toList();
    }

    private static void refuse(TextToCheck asked) {
        if (asked.text().isBlank()) {
            throw new AppException(CommonError.REQUIRED, "There is no text to check.", "text");
        }
        int most = asked.claims() ? LONGEST : LONGEST_FOR_WORDING;
        if (asked.text().length() > most) {
            throw new AppException(
                    CommonError.TOO_LONG,
                    "The text has %,d characters; up to %,d can be checked at once."
                            .formatted(asked.text().length(), most),
                    "text");
        }
        if (asked.before().length() > LONGEST_BEFORE
                || asked.wording() && !asked.before().isEmpty()) {
            throw new AppException(
                    CommonError.TOO_LONG,
                    "What stands before a part may have %,d characters, and goes with a check of claims alone."
                            .formatted(LONGEST_BEFORE),
                    "before");
        }
    }

    private static @Nullable String note(Knowledge knowledge) {
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
            records.name("product", scope.product().value()).ifPresent(out::add);
        }
        if (scope.company() != null) {
            records.name("company", scope.company().value()).ifPresent(out::add);
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
