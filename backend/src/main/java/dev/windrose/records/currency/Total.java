package dev.windrose.records.currency;

import dev.windrose.records.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of amounts of several currencies.
 *
 * @param converted the whole in one currency; null where a rate is missing
 * @param perCurrency the sums as they are, the base currency first
 * @param missing currencies without a rate
 */
public record Total(@Nullable Money converted, List<Money> perCurrency, List<String> missing) {}
