package dev.windrose.agents.kit;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A workspace of its own for one case, filled with what the case says. */
final class CaseWorld {

    private static final Pattern DAY = Pattern.compile("\\$today(?:([+-]\\d+))?");

    private final ApplicationContext context;
    private final Actor owner;
    private final LocalDate today;
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private CaseWorld(ApplicationContext context, Actor owner, LocalDate today) {
        this.context = context;
        this.owner = owner;
        this.today = today;
    }

    static CaseWorld fresh(ApplicationContext context) {
        var name = UUID.randomUUID().toString();
        var owner = context.getBean(WorkspaceCreation.class)
                .create(
                        WorkspaceChange.named("Case " + name.substring(0, 8)),
                        new NewOwner("Marta Ellingsen", "marta-%s@eval.example".formatted(name), null));
        var today =
                ActorScope.call(owner, () -> context.getBean(Workspaces.class).today());
        var world = new CaseWorld(context, owner, today);
        world.keys.put(
                "owner",
                owner.person() == null ? new UUID(0, 0) : owner.person().value());
        return world;
    }

    Actor actor(String role) {
        if (role.equals("owner")) {
            return owner;
        }
        return ActorScope.call(owner, () -> {
            var person = context.getBean(People.class)
                    .add(
                            new NewPerson(
                                    "Jonas Wirtz",
                                    "jonas-%s@eval.example".formatted(UUID.randomUUID()),
                                    Role.of(role).orElseThrow(),
                                    null),
                            PersonStatus.ACTIVE);
            return new Actor(owner.tenant(), person.id(), person.name(), owner.kind(), person.role(), Actor.ALL_SCOPES);
        });
    }

    void fill(List<Map<String, Object>> world) {
        world.forEach(one -> {
            int times = one.get("repeat") instanceof Integer repeat ? repeat : 0;
            int day = one.get("day") instanceof Integer given ? given : 0;
            var moment = context.getBean(Clock.class).instant().plus(day, ChronoUnit.DAYS);
            ScopedClock.at(moment, () -> {
                for (int index = 0; index < Math.max(1, times); index++) {
                    write(one, times == 0 ? "" : String.valueOf(index));
                }
                return null;
            });
        });
    }

    private void write(Map<String, Object> one, String number) {
        Map<String, @Nullable Object> values = values(one.get("values"));
        DraftOperation operation;
        if (one.get("change") instanceof String changed) {
            var key = changed + number;
            operation = DraftOperation.update(String.valueOf(types.get(key)), known(key), values);
        } else {
            operation = DraftOperation.create(String.valueOf(one.get("type")), values);
            keys.put(one.get("key") + number, operation.recordId());
            types.put(one.get("key") + number, operation.type());
        }
        ActorScope.run(
                owner, () -> context.getBean(Changes.class).apply(ChangeDraft.of(Cause.person(), "Case", operation)));
    }

    Map<String, @Nullable Object> values(@Nullable Object given) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        }
        return values;
    }

    /** {@code $today+3} is a day, {@code $key} a record. */
    @Nullable
    Object value(@Nullable Object given) {
        return switch (given) {
            case null -> null;
            case List<?> list -> list.stream().map(this::value).toList();
            case Map<?, ?> map -> values(map);
            case String text
            when DAY.matcher(text).matches() -> {
                var match = DAY.matcher(text);
                yield match.matches() && match.group(1) != null
                        ? today.plusDays(Integer.parseInt(match.group(1))).toString()
                        : today.toString();
            }
            case String text
            when text.matches("\\$[a-z][a-z0-9_-]*") -> known(text.substring(1)).toString();
            case java.util.Date date -> throw new IllegalArgumentException("Write dates in quotes: " + date);
            default -> given;
        };
    }

    private UUID known(String key) {
        var id = keys.get(key);
        if (id == null) {
            throw new IllegalArgumentException("The case names \"%s\", which it has not made.".formatted(key));
        }
        return id;
    }
}
