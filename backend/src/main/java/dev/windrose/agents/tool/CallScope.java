package dev.windrose.agents.tool;

import dev.windrose.records.change.Cause;
import java.util.List;
import java.util.function.Supplier;

/**
 * For what a tool is called.
 *
 * @param cause of what it writes
 * @param texts what the caller has been told or has read; evidence is quoted from there
 */
public record CallScope(Cause cause, Supplier<List<String>> texts) {

    private static final ScopedValue<CallScope> CURRENT = ScopedValue.newInstance();
    private static final CallScope PERSON = new CallScope(Cause.person(), List::of);

    public static CallScope current() {
        return CURRENT.orElse(PERSON);
    }

    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Whether the caller has read these words, whatever the spaces and capitals. */
    public boolean said(String quote) {
        String wanted = plain(quote);
        return !wanted.isEmpty()
                && texts.get().stream().anyMatch(text -> plain(text).contains(wanted));
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
