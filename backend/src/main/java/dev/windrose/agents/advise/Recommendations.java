package dev.windrose.agents.advise;

import dev.windrose.agents.kit.Agents;
import dev.windrose.agents.tool.CallScope;
import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What should be done next, and what people decide about it. */
@Component
public class Recommendations {

    static final String AGENT = "action-recommendation";
    /** What was made a task rests for so long, even if its cause still stands. */
    private static final int REST_DAYS = 14;

    private final Advise advise;
    private final RecommendationStore store;
    private final Agents agents;
    private final Changes changes;
    private final EventLog events;
    private final Workspaces workspaces;
    private final Clock clock;

    Recommendations(
            Advise advise,
            RecommendationStore store,
            Agents agents,
            Changes changes,
            EventLog events,
            Workspaces workspaces,
            Clock clock) {
        this.advise = advise;
        this.store = store;
        this.agents = agents;
        this.changes = changes;
        this.events = events;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** @param changeSet by which a task was made; null where none was */
    public record Decided(
            UUID id,
            String status,
            @Nullable UUID task,
            @Nullable UUID changeSet) {}

    /** Whether the workspace lets them be made. */
    public boolean on() {
        return agents.on(AGENT);
    }

    /** Of an account, the best first. */
    @Transactional(readOnly = true)
    public List<Advice> ofCompany(UUID company, @Nullable UUID contact, int most) {
        return open(advise.ofCompany(company)).stream()
                .filter(advice -> contact == null || contact.equals(advice.contactId()))
                .limit(most)
                .toList();
    }

    /** Of whoever asks, the best first. */
    @Transactional(readOnly = true)
    public List<Advice> mine(int most) {
        var person = ActorScope.current().rightsOf();
        if (person == null) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token belongs to nobody, so nothing is next for it.");
        }
        return open(advise.ofPerson(person.value())).stream()
                .filter(advice -> person.value().equals(advice.ownerId()))
                .limit(most)
                .toList();
    }

    /** Without what was decided. */
    private List<Advice> open(List<Advice> all) {
        if (!on()) {
            return List.of();
        }
        var known = store.byIds(all.stream().map(Advice::id).toList());
        return all.stream().filter(advice -> open(known.get(advice.id()))).toList();
    }

    private boolean open(@Nullable Recommendation known) {
        if (known == null) {
            return true;
        }
        return switch (known.status()) {
            case Recommendation.DISMISSED -> false;
            case Recommendation.SNOOZED ->
                known.snoozedUntil() == null || !workspaces.today().isBefore(known.snoozedUntil());
            case Recommendation.DONE ->
                known.decided() == null
                        || known.decided().isBefore(clock.instant().minus(REST_DAYS, ChronoUnit.DAYS));
            default -> true;
        };
    }

    /** Makes a task of it at once, for its owner or whoever asks. */
    @Transactional
    public Decided carryOut(UUID company, UUID id) {
        Permissions.require(Operation.CREATE, "task");
        var advice = standing(company, id);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("title", advice.act().title());
        values.put("description", advice.reason());
        values.put("status", "open");
        values.put("priority", advice.act().priority());
        put(values, "due_date", advice.act().due());
        put(values, "company_id", advice.companyId());
        put(values, "deal_id", advice.dealId());
        put(values, "contact_id", advice.contactId());
        var person = ActorScope.current().rightsOf();
        put(values, "assignee_id", advice.ownerId() == null && person != null ? person.value() : advice.ownerId());
        var operation = DraftOperation.create("task", values);
        ChangeSet set =
                changes.apply(ChangeDraft.of(CallScope.current().cause(), "Recommended: " + advice.title(), operation));
        return decided(
                advice,
                Recommendation.DONE,
                null,
                null,
                operation.recordId(),
                set.id().value());
    }

    /** Comes back on the day. */
    @Transactional
    public Decided snooze(UUID company, UUID id, @Nullable LocalDate until) {
        Permissions.require(Operation.UPDATE, "task");
        var today = workspaces.today();
        var day = until == null ? today.plusDays(7) : until;
        if (!day.isAfter(today) || day.isAfter(today.plusYears(1))) {
            throw new AppException(CommonError.BAD_VALUE, "Name a day after today and within a year.", "until");
        }
        return decided(standing(company, id), Recommendation.SNOOZED, day, null, null, null);
    }

    /** Never comes back for the same cause. */
    @Transactional
    public Decided dismiss(UUID company, UUID id, @Nullable String why) {
        Permissions.require(Operation.UPDATE, "task");
        if (why != null && why.length() > 500) {
            throw new AppException(CommonError.TOO_LONG, "A reason has at most 500 characters.", "why");
        }
        return decided(standing(company, id), Recommendation.DISMISSED, null, why, null, null);
    }

    /** Takes a decision back. */
    @Transactional
    public Decided reopen(UUID company, UUID id) {
        Permissions.require(Operation.UPDATE, "task");
        return decided(standing(company, id), Recommendation.OFFERED, null, null, null, null);
    }

    @Transactional(readOnly = true)
    public List<Outcome> outcomes() {
        Permissions.require(Operation.READ, "company");
        return store.outcomes();
    }

    /** Only what the record calls for now, and what whoever decides may see. */
    private Advice standing(UUID company, UUID id) {
        return advise.ofCompany(company).stream()
                .filter(advice -> advice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND, "Nothing calls for this any more. The list has changed meanwhile."));
    }

    private Decided decided(
            Advice advice,
            String status,
            @Nullable LocalDate until,
            @Nullable String why,
            @Nullable UUID task,
            @Nullable UUID set) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.offer(advice, now);
        store.decide(advice.id(), status, until, why, task, set, now);
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("recommendation_id", advice.id().toString());
        payload.put("rule", advice.rule());
        payload.put("company_id", advice.companyId().toString());
        payload.put("status", status);
        payload.put("task_id", task == null ? null : task.toString());
        events.append(Event.about("company", advice.companyId(), AdviceEvents.DECIDED, payload));
        return new Decided(advice.id(), status, task, set);
    }

    private static void put(Map<String, @Nullable Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
