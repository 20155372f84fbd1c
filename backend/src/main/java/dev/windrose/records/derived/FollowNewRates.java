package dev.windrose.records.derived;

import dev.windrose.records.FieldKind;
import dev.windrose.records.currency.FollowRates;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Works out again what is kept in a currency that was converted. Fields made of such fields follow from them. */
@Component
class FollowNewRates implements FollowRates {

    private final Definitions definitions;
    private final Recompute recompute;

    FollowNewRates(Definitions definitions, Recompute recompute) {
        this.definitions = definitions;
        this.recompute = recompute;
    }

    @Override
    public void changed() {
        var graph = definitions.current();
        graph.all().stream()
                .filter(definition -> converts(definition) && !graph.readsClock(definition))
                .forEach(definition -> recompute.catchUp(definition.type(), definition.field()));
    }

    private static boolean converts(Definition definition) {
        if (definition.rollup() != null) {
            return definition.rollup().value() != null
                    && Objects.requireNonNull(definition.rollup().value()).kind() == FieldKind.MONEY;
        }
        return definition.formula() != null && definition.formula().readsRates();
    }
}
