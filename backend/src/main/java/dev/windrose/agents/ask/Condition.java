package dev.windrose.agents.ask;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What records have to fulfil to be meant. Paths go over references: {@code company_id.country_hq}. */
sealed interface Condition {

    /** What it is about; one said later of the same takes its place. */
    String path();

    /**
     * One of the values, or none of them.
     *
     * @param told the values in words
     */
    record Is(String path, Set<Object> values, boolean not, String told) implements Condition {}

    enum Than {
        OVER,
        AT_LEAST,
        UNDER,
        AT_MOST,
        EXACTLY
    }

    /** @param currency of amounts that name one */
    record Amount(
            String path,
            Than than,
            BigDecimal number,
            @Nullable String currency) implements Condition {}

    /** @param path also {@link Moments#CLOSED} */
    record When(String path, Days days) implements Condition {}

    record Empty(String path, boolean not) implements Condition {}

    /** The words stand somewhere in the texts of the record. */
    record Says(List<String> words) implements Condition {
        @Override
        public String path() {
            return "~text";
        }
    }

    /** Some or no record of another type refers to it. */
    record Related(String type, String via, List<Condition> with, boolean none) implements Condition {
        @Override
        public String path() {
            return "~related:" + type;
        }
    }
}
