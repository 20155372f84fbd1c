package dev.windrose.agents.eval;

import dev.windrose.context.entry.Clearances;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.context.policy.PolicyRoles;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonChange;
import dev.windrose.platform.people.PersonDetails;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The people of a world, with what each may do, see and read. */
final class LoadPeople {

    private static final List<String> NARROWED = List.of("deal", "quote", "objection", "interaction");
    private static final Set<String> OF_VIEWERS =
            Set.of("company", "product", "message_tree", "context_entry", "territory");

    private final ApplicationContext context;
    private final ExternalIds ids;
    private final TenantId tenant;
    final Map<String, Actor> actors = new LinkedHashMap<>();

    LoadPeople(ApplicationContext context, ExternalIds ids, TenantId tenant) {
        this.context = context;
        this.ids = ids;
        this.tenant = tenant;
    }

    static Map<String, Object> owner(World world) {
        return world.all("users").stream()
                .filter(user -> "owner".equals(user.get("permission")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The world has no owner."));
    }

    void load(World world, Actor owner) {
        var people = context.getBean(People.class);
        var roles = context.getBean(PolicyRoles.class);
        var clearances = context.getBean(Clearances.class);
        var first = owner(world);
        for (var user : world.all("users")) {
            var role = Role.valueOf(text(user, "permission").toUpperCase(Locale.ROOT));
            PersonId id;
            if (user.equals(first)) {
                id = Objects.requireNonNull(owner.person());
                people.change(id, new PersonChange(null, null, null, text(user, "title")));
            } else {
                id = people.add(
                                new NewPerson(text(user, "name"), text(user, "email"), role, text(user, "title")),
                                PersonStatus.ACTIVE)
                        .id();
            }
            people.change(id, new PersonChange(null, null, null, null, details(user)));
            ids.put(text(user, "id"), id.value());
            actors.put(
                    text(user, "id"),
                    new Actor(tenant, id, text(user, "name"), ActorKind.PERSON, role, Actor.ALL_SCOPES));
            clearances.change(id, Sensitivity.valueOf(text(user, "knowledge").toUpperCase(Locale.ROOT)));
            var key = text(user, "title").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            var holders = new ArrayList<>(roles.all().getOrDefault(key, List.of()));
            holders.add(id);
            roles.put(key, holders);
        }
    }

    private static PersonDetails details(Map<String, Object> user) {
        var absences = new ArrayList<PersonDetails.Absence>();
        if (user.get("away") instanceof List<?> list) {
            for (var one : list) {
                var away = (Map<?, ?>) one;
                absences.add(new PersonDetails.Absence(
                        LocalDate.parse(String.valueOf(away.get("from"))),
                        LocalDate.parse(String.valueOf(away.get("to"))),
                        null));
            }
        }
        return new PersonDetails(words(user.get("skills")), words(user.get("languages")), absences);
    }

    private static List<String> words(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }

    /** Those who see everything although their role does not belong to every territory. */
    List<Object> members(World world, String region) {
        return world.all("users").stream()
                .filter(user -> "all".equals(user.get("visibility")) || region.equals(user.get("territory")))
                .<Object>map(user -> ids.record(text(user, "id")))
                .toList();
    }

    void narrow(List<String> types) {
        var rules = new ArrayList<AccessRule>();
        for (var type : types) {
            if (NARROWED.contains(type)) {
                rules.add(new AccessRule(type, Role.MEMBER, AccessLevel.TERRITORY, AccessLevel.TERRITORY));
            }
            if (!OF_VIEWERS.contains(type)) {
                rules.add(new AccessRule(type, Role.VIEWER, AccessLevel.PRIVATE, AccessLevel.PRIVATE));
            }
        }
        context.getBean(AccessRules.class).replaceRules(rules);
    }

    private static String text(Map<String, Object> user, String name) {
        return String.valueOf(user.get(name));
    }
}
