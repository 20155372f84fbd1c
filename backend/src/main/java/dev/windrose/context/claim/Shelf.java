package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry taken apart into statements. What their sentences mean is worked out when it is first asked for. */
final class Shelf {

    private final Source source;
    private final List<Statement> statements;
    private final String folded;
    private final Set<String> stems;
    private final Set<String> dimensions;
    private volatile @Nullable List<float[]> vectors;

    private Shelf(Source source, List<Statement> statements, String folded, Set<String> stems) {
        this.source = source;
        this.statements = statements;
        this.folded = folded;
        this.stems = stems;
        this.dimensions = statements.stream()
                .flatMap(statement -> statement.quantities().stream())
                .map(Quantity::dimension)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Shelf of(Source source) {
        var texts = new LinkedHashMap<String, Boolean>();
        boolean question = source.title().strip().endsWith("?");
        var sentences = Statement.sentences(source.body());
        boolean denied = question
                && !sentences.isEmpty()
                && sentences.getFirst().matches("(?is)(?:no|not yet|nein|noch nicht)\\b.*");
        texts.put(source.title(), denied);
        sentences.forEach(sentence -> texts.putIfAbsent(sentence, false));
        source.facts().forEach(fact -> texts.putIfAbsent(fact, false));
        if (source.origin() != null) {
            texts.putIfAbsent(source.origin(), false);
        }
        var context = new HashSet<String>();
        for (var word : Words.of(source.title() + " " + String.join(" ", source.products()))) {
            if (word.content()) {
                context.add(word.stem());
            }
        }
        var list = new ArrayList<Statement>();
        texts.forEach((text, no) -> list.add(Statement.of(text, context, no)));
        var stems = new HashSet<String>(context);
        list.forEach(statement -> stems.addAll(statement.stems()));
        var customer = source.customer() == null ? "" : source.customer();
        var folded = Fold.words(
                String.join(" . ", texts.keySet()) + " . " + String.join(" . ", source.products()) + " . " + customer);
        return new Shelf(source, List.copyOf(list), " " + folded + " ", Set.copyOf(stems));
    }

    Source source() {
        return source;
    }

    List<Statement> statements() {
        return statements;
    }

    /** All that it says as plain words, with a blank at both ends. */
    String folded() {
        return folded;
    }

    Set<String> stems() {
        return stems;
    }

    Set<String> dimensions() {
        return dimensions;
    }

    List<float[]> vectors(Function<String, float[]> encode) {
        var known = vectors;
        if (known == null) {
            known = statements.stream()
                    .map(statement -> encode.apply(statement.text()))
                    .toList();
            vectors = known;
        }
        return known;
    }
}
