package dev.windrose.crm.company;

import dev.windrose.records.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of companies with what its deals add up to.
 *
 * @param companies the company itself first, then those below it, each after the one above it
 * @param complete false where the group is larger than what is shown
 */
public record CompanyTree(List<Node> companies, Totals totals, boolean complete) {

    /** @param level 0 for the company itself */
    public record Node(
            UUID id,
            String name,
            @Nullable UUID parentId,
            int level,
            @Nullable String customerState,
            Totals own) {}

    public record Totals(long contacts, Sum open, Sum won) {}

    /** @param amount in the currency of the workspace; null where a rate is missing */
    public record Sum(long deals, @Nullable Money amount, List<Money> perCurrency) {}
}
