package dev.windrose.crm.home;

import dev.windrose.records.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param pipeline open deals by stage, in the order of the stages
 * @param quarterStart first day of the quarter of the workspace's year
 */
public record HomePage(
        String currency,
        List<Stage> pipeline,
        Sum open,
        Sum wonThisQuarter,
        LocalDate quarterStart,
        DealList dealsWithoutNextStep,
        DealList overdueNextSteps,
        DealList closingThisMonth) {

    /** @param amount in the currency of the workspace; null where a rate is missing */
    public record Sum(long count, @Nullable Money amount, List<Money> perCurrency) {}

    public record Stage(
            String stage,
            String label,
            String tone,
            @Nullable Integer probability,
            long count,
            @Nullable Money amount,
            List<Money> perCurrency) {}

    /**
     * @param deals the first few of them
     * @param filter by which a list shows all of them
     */
    public record DealList(long count, List<Deal> deals, Map<String, Object> filter) {}

    public record Deal(
            UUID id,
            String name,
            @Nullable String companyName,
            @Nullable String stage,
            @Nullable Money amount,
            @Nullable String nextStep,
            @Nullable LocalDate date,
            @Nullable UUID ownerId) {}
}
