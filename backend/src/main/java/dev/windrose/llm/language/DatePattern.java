package dev.windrose.llm.language;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One written form of a date, on folded text. */
record DatePattern(Pattern pattern, Reading reading) {

    interface Reading {
        @Nullable
        FoundDate read(MatchResult match, String text, DayMath days);
    }

    static DatePattern of(String regex, Reading reading) {
        return new DatePattern(Pattern.compile("(?<![\\p{L}\\d])(?:" + regex + ")(?![\\p{L}\\d])"), reading);
    }
}
