package dev.windrose.context.amend;

import dev.windrose.context.amend.Amendment.Edit;
import dev.windrose.context.amend.EntryView.Part;
import dev.windrose.context.amend.Place.Pair;
import dev.windrose.context.retrieval.ChunkWords;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes new values into an entry: where they were found, and wherever the entry says the old ones of the same thing. */
final class ReplaceValues {

    private static final double LEAST = 0.34;

    private final Place place;
    private final Meant meant;
    private final boolean sameLanguage;
    private final Map<Part, String> texts = new LinkedHashMap<>();
    private final List<Edit> edits = new ArrayList<>();

    private ReplaceValues(Place place, Meant meant, boolean sameLanguage) {
        this.place = place;
        this.meant = meant;
        this.sameLanguage = sameLanguage;
    }

    record Replaced(Map<String, Object> values, List<Edit> edits) {}

    static Replaced in(Place place, Meant meant, boolean sameLanguage) {
        var replace = new ReplaceValues(place, meant, sameLanguage);
        place.entry().parts().forEach(replace::part);
        var values = new LinkedHashMap<>(place.entry().with(replace.texts));
        replace.claims(values);
        return new Replaced(values, replace.edits);
    }

    private record Piece(Span span, String text) {}

    private void part(Part part) {
        var pieces = new ArrayList<Piece>();
        for (var sentence : Sentences.of(part.text(), new Span(0, part.text().length()))) {
            var before = sentence.span().of(part.text());
            var inside = pieces(part, sentence.span());
            if (!inside.isEmpty()) {
                var after = written(before, inside);
                var edit = new Edit(part.name(), before, after);
                edits.add(
                        part.equals(place.part()) && sentence.span().start() == place.start() ? 0 : edits.size(), edit);
                inside.forEach(piece -> pieces.add(new Piece(
                        new Span(
                                piece.span().start() + sentence.span().start(),
                                piece.span().end() + sentence.span().start()),
                        piece.text())));
            }
        }
        if (!pieces.isEmpty()) {
            texts.put(part, written(part.text(), pieces));
        }
    }

    private static String written(String text, List<Piece> pieces) {
        var out = new StringBuilder(text);
        pieces.stream()
                .sorted(Comparator.comparingInt((Piece piece) -> piece.span().start())
                        .reversed())
                .forEach(piece -> out.replace(piece.span().start(), piece.span().end(), piece.text()));
        return out.toString();
    }

    private List<Piece> pieces(Part part, Span span) {
        var sentence = Glossed.of(span.of(part.text()));
        boolean found = part.equals(place.part()) && span.start() == place.start();
        var pieces = new ArrayList<Piece>();
        for (var pair : place.pairs()) {
            if (found) {
                pieces.add(piece(pair.before(), pair.after(), sentence));
            } else if (alongside(part, sentence)) {
                ReadValues.of(sentence.text()).stream()
                        .filter(value -> !value.who() && value.same(pair.before()))
                        .forEach(value -> pieces.add(piece(value, pair.after(), sentence)));
            }
        }
        return pieces;
    }

    private Piece piece(Value before, Value after, Glossed sentence) {
        var written = WriteValue.of(before, after, meant.glossed(), sentence.text(), sameLanguage);
        return new Piece(sentence.place(written.place()), written.text());
    }

    /** Names change where they were found; of the same number elsewhere the words decide. */
    private boolean alongside(Part part, Glossed sentence) {
        var words = new HashSet<>(ChunkWords.of(sentence.text()));
        words.addAll(ChunkWords.of(part.name().replace('_', ' ')));
        return place.pairs().stream().noneMatch(pair -> pair.before().who()) && meant.share(words) >= LEAST;
    }

    /** The figures that a message states are kept beside its words. */
    private void claims(Map<String, Object> values) {
        var details = values.get("details") instanceof Map<?, ?> changed
                ? changed
                : place.entry().details();
        if (!(details.get("claims") instanceof List<?> claims)) {
            return;
        }
        var after = claims.stream().map(this::claim).toList();
        if (!after.equals(claims)) {
            var all = new LinkedHashMap<String, Object>();
            details.forEach((name, value) -> all.put(String.valueOf(name), Objects.requireNonNull(value)));
            all.put("claims", after);
            values.put("details", all);
        }
    }

    private Object claim(@Nullable Object claim) {
        if (claim instanceof Map<?, ?> map && map.get("value") instanceof Number number) {
            var unit = String.valueOf(map.get("unit"));
            for (Pair pair : place.pairs()) {
                var before = pair.before().plain();
                var after = pair.after().plain();
                if (before != null
                        && after != null
                        && before.doubleValue() == number.doubleValue()
                        && unit(pair, unit)) {
                    var changed = new LinkedHashMap<String, Object>();
                    map.forEach((name, value) -> changed.put(String.valueOf(name), Objects.requireNonNull(value)));
                    changed.put("value", after);
                    return changed;
                }
            }
        }
        return Objects.requireNonNull(claim);
    }

    private static boolean unit(Pair pair, String unit) {
        return !pair.before().counts()
                || ChunkWords.of(unit).stream().anyMatch(pair.before().nouns()::contains);
    }
}
