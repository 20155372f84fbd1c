/** Exchange rates of the workspace. {@link dev.windrose.records.currency.ExchangeRates} adds up amounts of several currencies. */
@NamedInterface("currency")
@NullMarked
package dev.windrose.records.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
