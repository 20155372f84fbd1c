package dev.windrose.records.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Exchange rates of a workspace. */
@FunctionalInterface
public interface Rates {

    Rates NONE = (from, to, day) -> Optional.empty();

    /** How much of the second currency one unit of the first is worth on a day. */
    Optional<BigDecimal> rate(String from, String to, LocalDate day);
}
