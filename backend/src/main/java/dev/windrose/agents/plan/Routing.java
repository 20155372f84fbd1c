package dev.windrose.agents.plan;

import dev.windrose.agents.plan.RoutingClause.Target;
import dev.windrose.context.policy.LivePolicy;
import dev.windrose.context.policy.Policies;
import dev.windrose.context.policy.PolicyRoles;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.people.Person;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gets a lead or an issue, by the routing clause that holds today, skills, absence and load. */
@Component
class Routing {

    private static final Set<String> OPEN = Set.of("open", "in_progress", "waiting");
    private static final Map<String, String> SAID = Map.of(
            "billing", "invoice|invoices|billing|rechnung|facture|factura|fattura|credit note|refund",
            "access", "sign in|log in|login|password|locked out|anmelden|zugang|connexion",
            "outage", "outage|everything is down|all sites down|no readings from any");

    private final Policies policies;
    private final PolicyRoles roles;
    private final LookUp look;

    Routing(Policies policies, PolicyRoles roles, LookUp look) {
        this.policies = policies;
        this.roles = roles;
        this.look = look;
    }

    /**
     * @param person null where nobody fits
     * @param why in one sentence
     */
    record Routed(LivePolicy policy, @Nullable Person person, String why) {}

    /** Empty where no clause speaks of such a thing. */
    Optional<Routed> of(RecordData record) {
        for (var policy : policies.readable()) {
            var clause = policy.kind().equals("routing")
                    ? RoutingClause.of(policy.clause())
                    : Optional.<RoutingClause>empty();
            if (clause.isPresent()) {
                var routed = routed(policy, clause.get(), record);
                if (routed.isPresent()) {
                    return routed;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Routed> routed(LivePolicy policy, RoutingClause clause, RecordData record) {
        boolean speaks = clause.rules().stream()
                .anyMatch(rule -> is(record, rule.subject())
                        && (record.type().equals("deal")
                                || rule.other()
                                || rule.subject().matches("issue|ticket|case")));
        if (!speaks) {
            return Optional.empty();
        }
        for (var rule : clause.rules()) {
            if (is(record, rule.subject()) && holds(rule, record)) {
                return Optional.of(chosen(policy, clause, rule.to(), record));
            }
        }
        return Optional.empty();
    }

    private boolean holds(RoutingClause.Rule rule, RecordData record) {
        if (rule.employees() < 0) {
            return true;
        }
        var company = company(record);
        return company != null
                && company.value("employee_size") instanceof Number size
                && size.longValue() >= rule.employees();
    }

    /** "lead" is a deal at that stage; any other word an issue of that area or kind. */
    private boolean is(RecordData record, String subject) {
        if (record.type().equals("deal")) {
            return subject.matches("lead|deal|opportunity|inquiry|enquiry");
        }
        return subject.matches("issue|ticket|case") || areas(record).contains(subject);
    }

    private Routed chosen(LivePolicy policy, RoutingClause clause, Target to, RecordData record) {
        var fitting = fitting(to, record);
        var present = fitting.stream().filter(this::present).toList();
        if (present.size() == 1 && fitting.size() == 1) {
            var only = present.getFirst();
            return new Routed(policy, only, "%s fits by the clause.".formatted(only.name()));
        }
        return present.isEmpty() && clause.away() != null
                ? instead(policy, clause.away(), fitting, record)
                : ofSeveral(policy, clause, to, present.isEmpty() ? fitting : present, present.size() < fitting.size());
    }

    /** Whom the clause names for the time that the others are away. */
    private Routed instead(LivePolicy policy, Target away, List<Person> absent, RecordData record) {
        var there = fitting(away, record).stream().filter(this::present).toList();
        var least = least(there, away.fewest());
        var names = String.join(" and ", absent.stream().map(Person::name).toList());
        if (least == null) {
            return new Routed(policy, null, "Nobody who fits is present.");
        }
        return new Routed(
                policy,
                least,
                names.isEmpty()
                        ? "It goes to %s, who is present.".formatted(least.name())
                        : "%s is away, so it goes to %s.".formatted(names, least.name()));
    }

    private Routed ofSeveral(LivePolicy policy, RoutingClause clause, Target to, List<Person> among, boolean away) {
        if (among.isEmpty()) {
            return new Routed(policy, null, "Nobody fits the clause.");
        }
        var rule = to.fewest() != null || clause.several() == null ? to : clause.several();
        var least = among.size() == 1 ? among.getFirst() : least(among, rule.fewest());
        if (least == null) {
            return new Routed(policy, null, "Several fit, and the clause does not say which of them.");
        }
        String why = away && among.size() == 1
                ? "%s is the one who fits and is present."
                : "%s holds the fewest of those who fit and are present.";
        return new Routed(policy, least, why.formatted(least.name()));
    }

    private List<Person> fitting(Target to, RecordData record) {
        var members = to.territory() ? members(record) : Set.<UUID>of();
        var areas = areas(record);
        return look.people().stream()
                .filter(person -> to.role() == null || hasRole(person, to.role()))
                .filter(person ->
                        !to.territory() || members.contains(person.id().value()))
                .filter(person -> !to.skill() || skills(person).stream().anyMatch(areas::contains))
                .toList();
    }

    private boolean hasRole(Person person, String role) {
        var title = person.title() == null ? "" : Fold.words(person.title());
        return title.equals(Fold.words(role))
                || roles.all()
                        .getOrDefault(role.replaceAll("[^\\p{L}\\d]+", "_"), List.of())
                        .contains(person.id());
    }

    private static List<String> skills(Person person) {
        var skills = person.details().skills();
        return skills == null ? List.of() : skills.stream().map(Fold::words).toList();
    }

    private boolean present(Person person) {
        var absences = person.details().absences();
        var today = look.today();
        return absences == null
                || absences.stream()
                        .noneMatch(absence -> absence.from() != null
                                && absence.to() != null
                                && !today.isBefore(absence.from())
                                && !today.isAfter(absence.to()));
    }

    private Set<UUID> members(RecordData record) {
        var company = company(record);
        var territory = company == null ? null : company.reference("territory_id");
        var members = new LinkedHashSet<UUID>();
        if (territory != null && look.get("territory", territory).value("members") instanceof List<?> list) {
            list.forEach(one -> members.add(UUID.fromString(one.toString())));
        }
        return members;
    }

    private @Nullable RecordData company(RecordData record) {
        var id = record.reference("company_id");
        return id == null ? null : look.get("company", id);
    }

    /** What an issue is about: its area and kind as the record says, else by its words. */
    private Set<String> areas(RecordData record) {
        var areas = new LinkedHashSet<String>();
        look.descriptors().get(record.type()).fields().values().stream()
                .filter(field -> field.label().equalsIgnoreCase("area")
                        || field.name().equals("issue_type")
                        || field.name().equals("labels"))
                .map(field -> record.value(field.name()))
                .forEach(value -> {
                    if (value instanceof List<?> several) {
                        several.forEach(one -> areas.add(Fold.words(String.valueOf(one))));
                    } else if (value != null) {
                        areas.add(Fold.words(value.toString()));
                    }
                });
        if (areas.isEmpty()) {
            var text = record.title() + " " + record.text("description");
            var clause = new Clause(Fold.inPlace(text), 0, text.length(), false);
            SAID.forEach((area, words) -> {
                if (clause.has(words)) {
                    areas.add(area);
                }
            });
        }
        return areas;
    }

    private @Nullable Person least(List<Person> people, @Nullable String type) {
        if (people.isEmpty() || people.size() > 1 && type == null) {
            return null;
        }
        var load = new HashMap<UUID, Long>();
        for (var person : people) {
            load.put(person.id().value(), type == null ? 0L : load(person, type));
        }
        var sorted = new ArrayList<>(people);
        sorted.sort(Comparator.comparingLong(
                (Person person) -> load.getOrDefault(person.id().value(), 0L)));
        return sorted.getFirst();
    }

    private long load(Person person, String type) {
        return look.all(type, Filter.is(ChangeOrders.holder(type), person.id().value())).stream()
                .filter(one -> switch (type) {
                    case "deal" -> LookUp.open(one);
                    case "company" -> true;
                    default -> OPEN.contains(String.valueOf(one.text("status")));
                })
                .count();
    }
}
