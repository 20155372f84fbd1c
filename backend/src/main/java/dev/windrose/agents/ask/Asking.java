package dev.windrose.agents.ask;

import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;

/** Tells questions from what somebody reports or wants done. */
final class Asking {

    private static final Pattern BEGINS = Pattern.compile(
            "^(?:(?:and|ok|hi|hello|hey|so|please|pls|quick question|tell me|can you tell me|could you tell me|i need to know|i want to know|do you know)[ ,:]+)*"
                    + "(?:how|what|what's|whats|which|who|who's|whos|whose|whom|when|where|why|is|are|was|were|do|does|did|has|have|can|may|list|show|count|number of|name the|"
                    + "give me|the|which of|total|sum of|sum|average|avg|mean|median|top|win rate|loss rate|share of|percentage|percent|value of|monthly|quarterly|weekly|yearly|forecast|pipeline|who|biggest|largest|smallest|highest|lowest|"
                    + "fastest|slowest|change in|compare|my (?:open |overdue )?(?:tasks|deals)|open|deals|accounts|and)\\b.*",
            Pattern.DOTALL);
    private static final String DO =
            "(?:set|move|push|put|log|add|create|change|update|mark|assign|remind|schedule|send|draft|write|make|approve|delete|remove|merge|close|raise|book|forward|reply|qualify|do|quote|enter|note|tick)";
    private static final Pattern ORDER = Pattern.compile(
            "(?s)(?:^|[.!?;:] +|, ?(?:and|then|please) |\\band |\\bthen |\\bplease |\\bpls )" + DO
                    + " (?:it|them|me|that|this|the|a|an|him|her|my|our|all|what|\\p{L}+ (?:to|on|for|as|a|the|an)\\b).*");
    private static final Pattern CAN_YOU =
            Pattern.compile("(?s).*\\b(?:can|could|would|will) (?:you|u) (?:please )?" + DO + "\\b.*");

    private Asking() {}

    static boolean asks(String text) {
        var folded = Fold.inPlace(text).strip();
        if (ORDER.matcher(folded).find() || CAN_YOU.matcher(folded).matches()) {
            return false;
        }
        return folded.contains("?")
                || BEGINS.matcher(folded).matches()
                || folded.matches(
                        "(?s).*\\b(?:how many|number of|win rate|on average|in total|count|percent|which ones?|which are they|who are)\\b.*");
    }
}
