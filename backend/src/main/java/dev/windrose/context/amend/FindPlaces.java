package dev.windrose.context.amend;

import dev.windrose.context.amend.EntryView.Part;
import dev.windrose.context.amend.Place.Pair;
import dev.windrose.context.retrieval.ChunkWords;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/** Lays a statement beside each sentence of an entry: by words, by meaning, and by the values that both have. */
final class FindPlaces {

    private static final double WORDS = 0.45;
    private static final double NEAR = 0.15;
    private static final double MEANING = 0.30;
    private static final double FORMER = 0.20;
    private static final double ANCHOR = 0.08;
    private static final double MISSING = 0.12;
    private static final double RATE = 0.10;
    private static final double LEAST_SHARE = 0.20;
    /** Names take each other's place only where the rest of the sentence is the same. */
    private static final double SHARE_FOR_NAMES = 0.5;

    /** "The limit of the sales lead" is where the next one has to be asked. */
    private static final Pattern LIMIT_OF =
            Pattern.compile("(?i)\\b(?:limit|limits|authority|cap|may|can|allowed|ceiling|up to)\\b");

    private static final Pattern BEGINS_TO_NEED = Pattern.compile(
            "(?is).*\\b(?:above|over|more than|exceeding|beyond|from)\\b[^.]*\\b(?:needs?|requires?|approv\\w+|goes to|by)\\b.*");

    private static final Pattern WITHOUT = Pattern.compile("(?i)\\b(?:without|before|ohne|sans|sin|sem)(?: asking)? $");

    private final Meant meant;
    private final ToDoubleBiFunction<String, String> meaning;

    /** @param meaning how near two sentences are by what they mean, from 0 to 1 */
    FindPlaces(Meant meant, ToDoubleBiFunction<String, String> meaning) {
        this.meant = meant;
        this.meaning = meaning;
    }

    /** Best first is not said: whoever asks compares those of several entries. */
    List<Place> in(EntryView entry) {
        var places = new ArrayList<Place>();
        var title = new HashSet<>(ChunkWords.of(Glossed.of(entry.title()).text()));
        for (var part : entry.parts()) {
            for (var sentence :
                    Sentences.of(part.text(), new Span(0, part.text().length()))) {
                places.addAll(sentence(entry, part, sentence.span(), title));
            }
        }
        return places.stream().map(place -> nextTier(place, places)).toList();
    }

    private List<Place> sentence(EntryView entry, Part part, Span span, Set<String> title) {
        var sentence = Glossed.of(span.of(part.text()));
        var values = ReadValues.of(sentence.text());
        var words = new HashSet<>(ChunkWords.of(sentence.text()));
        words.addAll(title);
        words.addAll(ChunkWords.of(part.name().replace('_', ' ')));
        double share = meant.share(words);
        return values.isEmpty() || share < LEAST_SHARE || contradictsFormer(values)
                ? List.of()
                : beside(new Place(entry, part, span.start(), sentence, List.of(), 0, share), values);
    }

    /** @param bare the sentence, with nothing laid beside it yet */
    private List<Place> beside(Place bare, List<Value> values) {
        var anchors = meant.values().stream()
                .filter(value -> values.stream().anyMatch(value::same))
                .toList();
        var open = meant.values().stream()
                .filter(value -> !anchors.contains(value))
                .toList();
        boolean wasSo = meant.former().stream().anyMatch(old -> values.stream().anyMatch(value -> was(old, value)));
        double score = WORDS * bare.share() + ANCHOR * Math.min(2, anchors.size()) + (wasSo ? FORMER : 0);
        if (open.isEmpty()) {
            double same = score + NEAR * bare.share() + near(bare.sentence());
            return anchors.isEmpty() ? List.of() : List.of(bare.with(List.of(), same));
        }
        var free = values.stream()
                .filter(value -> meant.values().stream().noneMatch(value::same))
                .toList();
        return pairs(open, free, bare.share()).stream()
                .map(pairs -> bare.with(pairs, score + fit(pairs, open, bare.sentence(), values)))
                .toList();
    }

    private double near(Glossed sentence) {
        return MEANING * Math.max(0, meaning.applyAsDouble(meant.english(), sentence.text()));
    }

    private double fit(List<Pair> pairs, List<Value> open, Glossed sentence, List<Value> values) {
        long names = open.stream()
                .filter(value -> value.who()
                        && pairs.stream().noneMatch(pair -> pair.after().equals(value)))
                .count();
        boolean otherRate = pairs.stream()
                .anyMatch(pair -> pair.before().rate() != null
                        && pair.after().rate() != null
                        && !pair.before().rate().equals(pair.after().rate()));
        return near(sentence)
                + NEAR * meant.share(around(pairs.getFirst().before(), sentence, values))
                - MISSING * names
                - (otherRate ? RATE : 0);
    }

    /** Words from the value before to the value behind. */
    private static Set<String> around(Value value, Glossed sentence, List<Value> values) {
        int from = values.stream()
                .map(Value::whole)
                .mapToInt(Span::end)
                .filter(end -> end <= value.whole().start())
                .max()
                .orElse(0);
        int to = values.stream()
                .map(Value::whole)
                .mapToInt(Span::start)
                .filter(start -> start >= value.whole().end())
                .min()
                .orElse(sentence.text().length());
        return new HashSet<>(ChunkWords.of(sentence.text().substring(from, to)));
    }

    /** Which of the values that are stated can stand in the place of which. */
    private static List<List<Pair>> pairs(List<Value> open, List<Value> free, double share) {
        var measured = open.stream().filter(value -> !value.who()).toList();
        if (measured.isEmpty()) {
            return share < SHARE_FOR_NAMES ? List.of() : one(open, free);
        }
        if (measured.size() == 1) {
            return one(measured, free);
        }
        var inOrder = new ArrayList<Pair>();
        int at = 0;
        for (var before : free) {
            if (at < measured.size() && before.fits(measured.get(at))) {
                inOrder.add(new Pair(before, measured.get(at++)));
            }
        }
        return at == measured.size() ? List.of(List.copyOf(inOrder)) : List.of();
    }

    private static List<List<Pair>> one(List<Value> open, List<Value> free) {
        var after = open.getFirst();
        var fitting = free.stream().filter(before -> before.fits(after)).toList();
        // Of several names in a sentence nothing says which one is meant.
        boolean plain = !after.who() || open.size() == 1 && fitting.size() == 1;
        return plain
                ? fitting.stream()
                        .map(before -> List.of(new Pair(before, after)))
                        .toList()
                : List.of();
    }

    /** "Not 60": a sentence without it is another one. */
    private boolean contradictsFormer(List<Value> values) {
        return !meant.former().isEmpty()
                && meant.former().stream().noneMatch(old -> values.stream().anyMatch(value -> was(old, value)));
    }

    /** A number that is said to hold no longer often stands without its unit. */
    private static boolean was(Value old, Value value) {
        return value.same(old)
                || old.plain() != null
                        && value.plain() != null
                        && old.counts()
                        && old.plain().compareTo(value.plain()) == 0;
    }

    /** "Above 10 % the sales lead is asked": the limit up to which the sales lead decides is that of the next tier. */
    private Place nextTier(Place place, List<Place> places) {
        if (place.same()
                || !LIMIT_OF.matcher(meant.english()).find()
                || !BEGINS_TO_NEED.matcher(place.sentence().text()).matches()
                || meant.values().stream().noneMatch(value -> value.who() && asked(value, place))) {
            return place;
        }
        var before = place.pairs().getFirst().before();
        Optional<Place> next = places.stream()
                .filter(other -> other.part().equals(place.part()) && !other.same())
                .filter(other -> BEGINS_TO_NEED.matcher(other.sentence().text()).matches())
                .filter(other -> {
                    var value = other.pairs().getFirst().before();
                    return value.fits(before) && value.size() > before.size();
                })
                .min((one, other) -> Double.compare(
                        one.pairs().getFirst().before().size(),
                        other.pairs().getFirst().before().size()));
        return next.map(place::at).orElse(place);
    }

    /** "The limit without finance" is where finance begins to be asked. */
    private boolean asked(Value who, Place place) {
        var before = meant.english().substring(0, who.whole().start());
        return !WITHOUT.matcher(before).find()
                && ReadValues.of(place.sentence().text()).stream().anyMatch(who::same);
    }
}
