package dev.windrose.crm.home;

import dev.windrose.crm.home.HomePage.Stage;
import dev.windrose.crm.home.HomePage.Sum;
import dev.windrose.crm.home.HomeStore.Group;
import dev.windrose.crm.pipeline.PipelineStage;
import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.crm.pipeline.StageCategory;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspace;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.currency.Total;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up where sales stand. */
@Component
public class HomePages {

    private final Pipelines pipelines;
    private final ExchangeRates rates;
    private final Workspaces workspaces;
    private final HomeFigures figures;

    HomePages(HomeFigures figures, Pipelines pipelines, ExchangeRates rates, Workspaces workspaces) {
        this.figures = figures;
        this.pipelines = pipelines;
        this.rates = rates;
        this.workspaces = workspaces;
    }

    /** @param mine only deals of whoever asks */
    @Transactional(readOnly = true)
    public HomePage read(boolean mine) {
        Permissions.require(Operation.READ, "deal");
        var person = ActorScope.current().person();
        var owner = mine && person != null ? person.value() : null;
        var today = workspaces.today();
        var workspace = workspaces.current();
        var quarter = quarterStart(today, workspace);
        var known = rates.on(today);
        var found = figures.of(quarter, today, owner);
        var open = found.open();
        return new HomePage(
                workspace.baseCurrency(),
                stages(open, workspace.baseCurrency(), known),
                sum(open, workspace.baseCurrency(), known),
                sum(found.won(), workspace.baseCurrency(), known),
                quarter,
                found.withoutNextStep(),
                found.overdue(),
                found.closing());
    }

    /** Quarters count from the first month of the workspace's year. */
    static LocalDate quarterStart(LocalDate today, Workspace workspace) {
        int months = Math.floorMod(today.getMonthValue() - workspace.fiscalYearStartMonth(), 3);
        return today.withDayOfMonth(1).minusMonths(months);
    }

    private List<Stage> stages(List<Group> groups, String currency, Map<String, BigDecimal> known) {
        var stages = new ArrayList<Stage>();
        var told = new HashSet<String>();
        for (var pipeline : pipelines.all()) {
            for (var stage : pipeline.stages()) {
                if (stage.category() == StageCategory.OPEN && told.add(stage.value())) {
                    stages.add(stage(stage, groups, currency, known));
                }
            }
        }
        return stages;
    }

    private static Stage stage(
            PipelineStage stage, List<Group> groups, String currency, Map<String, BigDecimal> known) {
        var own = groups.stream()
                .filter(group -> stage.value().equals(group.stage()))
                .toList();
        var sum = sum(own, currency, known);
        return new Stage(
                stage.value(),
                stage.label(),
                stage.tone(),
                stage.probability(),
                sum.count(),
                sum.amount(),
                sum.perCurrency());
    }

    private static Sum sum(List<Group> groups, String currency, Map<String, BigDecimal> known) {
        var minor = new TreeMap<String, Long>();
        long count = 0;
        for (var group : groups) {
            count += group.count();
            if (group.currency() != null) {
                minor.merge(group.currency(), group.minor(), Long::sum);
            }
        }
        Total total = ExchangeRates.total(minor, currency, known);
        return new Sum(count, total.converted(), total.perCurrency());
    }
}
