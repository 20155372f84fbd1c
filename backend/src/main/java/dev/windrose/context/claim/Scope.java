package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.Set;
import java.util.regex.Pattern;

/** How far a sentence reaches: all or some, the best or one of many. */
final class Scope {

    static final Set<String> MARKERS = Set.of(
            "all", "every", "each", "always", "any", "only", "most", "some", "about", "roughly", "nearly", "almost",
            "best", "least", "half", "third", "thirds", "quarter", "median", "average", "single", "entire", "whole",
            "usually", "often", "first");

    private static final Pattern UNIVERSAL = Pattern.compile(
            "(?<!half of |most of |nearly |almost |not |thirds of |parts? of |at )\\b(?:all|every(?! (?:second|minute|hour|day|night|week|month|quarter|year|\\d+|other|three|four|six|ten))|always|everyone|everybody|everywhere|any (?!more|longer|further)|entire|whole|without exception|alle[nr]?|jede[nrsm]?|immer|samtliche)\\b|\\beach of (?:its|our|the|their|these|all)\\b");
    private static final Pattern ONLY = Pattern.compile(
            "\\b(?:only|exclusively|solely|nothing but|nur|ausschliesslich)\\b(?! (?:\\S{0,2}\\d|a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|about|some|if|when|after|where|downwards|partly|sometimes|once|slightly|just|in part)\\b)|\\balone\\b");
    private static final Pattern PARTIAL = Pattern.compile(
            "\\b(?:most|some|many|few|part|nearly|about|up to|median|average|at least one|not all|others?|rest|below|but|except|apart|only|unless|%|of ten|of three|die meisten|einige|\\d+ of (?:them|the|its|our))\\b|%");
    private static final Pattern SUPERLATIVE = Pattern.compile(
            "\\b(?:(?:the|our|world'?s|der|die|das) (?:\\p{L}+ )?(?:best|finest|fastest|largest|biggest|smallest|cheapest|safest|greatest|\\p{L}{3,}iest|leading|only|unique|meist\\p{L}+|beste|grosste|einzige|fuhrende)\\b(?! (?:day|week|time|step|month|year|hour|one|ones|plan|place|reading|report|answer|certificate|certificates|thing|point))"
                    + "|(?:the|der|die|das) most \\p{L}+|market leader|marktfuhrer|number one|nummer eins|world[- ]?(?:leading|class)|in the (?:world|market|industry)|on the market|better than|unrivalled|unmatched|second to none|am \\p{L}+sten|meist\\p{L}+)\\b");

    private Scope() {}

    static boolean universal(String text) {
        return UNIVERSAL.matcher(Fold.inPlace(text)).find();
    }

    /** Says that there is nothing and nobody else. */
    static boolean exclusive(String text) {
        return ONLY.matcher(Fold.inPlace(text)).find();
    }

    static boolean partial(String text) {
        return PARTIAL.matcher(Fold.inPlace(text)).find();
    }

    static boolean superlative(String text) {
        return SUPERLATIVE.matcher(Fold.inPlace(text)).find();
    }
}
