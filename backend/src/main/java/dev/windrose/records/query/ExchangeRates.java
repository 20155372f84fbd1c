package dev.windrose.records.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What one unit of a currency is worth in another. Without such a bean, amounts stay in their currencies. */
public interface ExchangeRates {

    Optional<BigDecimal> rate(String from, String to, LocalDate on);
}
