package dev.windrose.crm.demo;

import dev.windrose.crm.territory.AssignTerritories;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Op;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a workspace with the demo world by the change sets that its people would have made, each at its own moment of the past. */
@Component
public class DemoWorld {

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int MINUTES_APART = 17;

    private final People people;
    private final Workspaces workspaces;
    private final Records records;
    private final Changes changes;
    private final AssignTerritories territories;
    private final ExchangeRates rates;
    private final Clock clock;

    DemoWorld(
            People people,
            Workspaces workspaces,
            Records records,
            Changes changes,
            AssignTerritories territories,
            ExchangeRates rates,
            Clock clock) {
        this.people = people;
        this.workspaces = workspaces;
        this.records = records;
        this.changes = changes;
        this.territories = territories;
        this.rates = rates;
        this.clock = clock;
    }

    /** Does nothing in a workspace that has products already. Runs as the owner, whole or not at all. */
    @Transactional
    public void fill() {
        if (!records.query(RecordQuery.of("product").limit(1)).isEmpty()) {
            return;
        }
        var actors = actors();
        rates.set(DemoFiles.rates(workspaces.today()));
        var known = new DemoValues(workspaces.today());
        actors.forEach((key, actor) -> known.put(key, String.valueOf(actor.person())));
        var zone = ZoneId.of(workspaces.current().timeZone());
        var byDay = new LinkedHashMap<Integer, List<List<DemoStep>>>();
        DemoFiles.steps().forEach(step -> add(byDay.computeIfAbsent(step.day(), _ -> new ArrayList<>()), step));
        byDay.forEach((day, groups) -> {
            var moment = known.day(day).atTime(MORNING).atZone(zone).toInstant();
            for (var group : groups) {
                write(group, known, actors, moment);
                moment = moment.plusSeconds(60L * MINUTES_APART);
            }
        });
    }

    /** What one person does on one day is one change set. */
    private static void add(List<List<DemoStep>> groups, DemoStep step) {
        for (var group : groups) {
            if (group.getFirst().together(step)) {
                group.add(step);
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(step)));
    }

    private Map<String, Actor> actors() {
        var owner = ActorScope.current();
        var actors = new LinkedHashMap<String, Actor>();
        DemoFiles.people().forEach((key, person) -> {
            var found = person.role() == owner.role()
                    ? people.get(People.self())
                    : people.findByEmail(String.valueOf(person.email()))
                            .orElseGet(() -> people.add(person, PersonStatus.ACTIVE));
            actors.put(
                    key,
                    new Actor(
                            owner.tenant(),
                            found.id(),
                            found.name(),
                            ActorKind.PERSON,
                            found.role(),
                            Actor.ALL_SCOPES));
        });
        return actors;
    }

    private void write(List<DemoStep> steps, DemoValues known, Map<String, Actor> actors, Instant moment) {
        var actor = actors.get(steps.getFirst().by());
        var draft = ChangeDraft.of(Cause.person(), summary(steps), known.operations(steps))
                .writingReadOnly();
        var latest = clock.instant();
        ScopedClock.at(
                moment.isAfter(latest) ? latest : moment,
                () -> ActorScope.call(actor, () -> {
                    var companies = changes.apply(draft).operations().stream()
                            .filter(operation -> operation.op() == Op.CREATE
                                    && operation.recordType().equals("company"))
                            .map(operation -> operation.recordId())
                            .toList();
                    return territories.assign(companies);
                }));
    }

    private static String summary(List<DemoStep> steps) {
        var first = steps.getFirst();
        String what = (first.first() ? "Added " : "Changed ") + first.type();
        return steps.size() == 1 ? what : "%s and %d more".formatted(what, steps.size() - 1);
    }
}
