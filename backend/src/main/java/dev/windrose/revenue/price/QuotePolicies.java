package dev.windrose.revenue.price;

import dev.windrose.context.policy.HoldToPolicies;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Holds quotes to the policies, and keeps on a quote who approved terms that need it. */
@Component
@Order
class QuotePolicies implements RecordRule {

    private static final String APPROVED = "approved_by";

    private final HoldToPolicies hold;
    private final QuoteFacts facts;

    QuotePolicies(HoldToPolicies hold, QuoteFacts facts) {
        this.hold = hold;
        this.facts = facts;
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public void check(Write write) {
        var person = ActorScope.current().person();
        if (hold.check(write, facts) && person != null && !write.changes(APPROVED)) {
            var all = new ArrayList<Object>(write.value(APPROVED) instanceof List<?> known ? known : List.of());
            if (!all.contains(person.value())) {
                all.add(person.value());
            }
            write.set(APPROVED, all);
        }
    }
}
