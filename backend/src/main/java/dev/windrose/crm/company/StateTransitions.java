package dev.windrose.crm.company;

import static dev.windrose.crm.company.CustomerState.BUYING;
import static dev.windrose.crm.company.CustomerState.CHURNED;
import static dev.windrose.crm.company.CustomerState.DORMANT;
import static dev.windrose.crm.company.CustomerState.EXPLORING;
import static dev.windrose.crm.company.CustomerState.USING;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which state may follow which. Anything else is a correction, which a manager may force with a reason. */
final class StateTransitions {

    private StateTransitions() {}

    /** @param from null for a company without a state, which may take any */
    static Set<CustomerState> after(@Nullable CustomerState from) {
        return switch (from) {
            case null -> EnumSet.allOf(CustomerState.class);
            case DORMANT -> EnumSet.of(EXPLORING, BUYING);
            case EXPLORING -> EnumSet.of(DORMANT, BUYING, USING);
            case BUYING -> EnumSet.of(EXPLORING, DORMANT, USING);
            case USING -> EnumSet.of(DORMANT, CHURNED);
            case CHURNED -> EnumSet.of(EXPLORING, BUYING);
        };
    }

    static boolean allowed(@Nullable CustomerState from, @Nullable CustomerState to) {
        return from == to || to != null && after(from).contains(to);
    }
}
