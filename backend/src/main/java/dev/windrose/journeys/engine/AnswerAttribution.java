package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.attribution.Credit;
import dev.windrose.journeys.engine.attribution.MarkovChain;
import dev.windrose.journeys.engine.attribution.PathWeights;
import dev.windrose.journeys.engine.fold.PathCounts;
import dev.windrose.journeys.engine.fold.TouchFold;
import dev.windrose.platform.error.AppException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The credit of channels, by every model. */
final class AnswerAttribution {

    private final Sources sources;
    private final CompileQuery compile;
    private final int threads;

    AnswerAttribution(Sources sources, CompileQuery compile, int threads) {
        this.sources = sources;
        this.compile = compile;
        this.threads = threads;
    }

    JourneyAnswer.Attribution answer(JourneyQuery.Attribution query) {
        if (query.orders().stream().anyMatch(order -> order < 1 || order > 5)
                || query.halfLife().isZero()
                || query.halfLife().isNegative()) {
            throw new AppException(
                    JourneyError.QUESTION_UNCLEAR,
                    "Markov chains have an order of 1 to 5, and a half-life is longer than nothing.");
        }
        int dimension = query.channel().ordinal();
        var dictionary = sources.dictionary(query.channel());
        int codes = dictionary.size();
        var masks = compile.masks(List.of(query.touch(), query.conversion()));
        long lookBack = query.lookBack().toNanos() / 1_000;
        double halfLife = query.halfLife().toNanos() / 1_000.0;
        var counts = compile
                .scan(query.scope(), masks, new int[] {dimension}, true)
                .run(threads, () -> new TouchFold(masks.copy(), dimension, lookBack, new PathCounts(codes, halfLife)))
                .stream()
                .map(fold -> (PathCounts) fold.into())
                .reduce(PathCounts::add)
                .orElseThrow();
        var paths = counts.paths(dictionary::value);
        var credits = new LinkedHashMap<String, List<Credit>>();
        for (var weights : List.of(PathWeights.FIRST, PathWeights.LAST, PathWeights.LINEAR, PathWeights.POSITION)) {
            credits.put(weights.name().toLowerCase(Locale.ROOT), weights.credit(paths));
        }
        var decayed = new ArrayList<Credit>();
        for (var channel : paths.channels()) {
            var credit = counts.byTime(dictionary.find(channel));
            decayed.add(new Credit(channel, credit[0], credit[1]));
        }
        credits.put("time_decay", decayed);
        var removals = new TreeMap<Integer, List<MarkovChain.Removal>>();
        for (int order : query.orders()) {
            var chain = new MarkovChain(paths, order);
            removals.put(order, chain.removals());
            credits.put("markov_" + order, chain.credit());
        }
        return new JourneyAnswer.Attribution(credits, removals, counts.unexplained());
    }
}
