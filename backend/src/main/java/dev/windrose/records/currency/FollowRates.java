package dev.windrose.records.currency;

/** Told of a change of exchange rates, in its transaction. A bean for each place that keeps what follows from them. */
@FunctionalInterface
public interface FollowRates {

    void changed();
}
